//go:build linux && production

#include <gtk/gtk.h>
#include <string.h>
#include <webkit2/webkit2.h>

int firsthand_start(void)
{
    return gtk_init_check(NULL, NULL);
}

// WebKitGTK decides prefers-color-scheme by these two settings and by GTK_THEME.
int firsthand_dark(void)
{
    gboolean prefers = FALSE;
    char *name = NULL;
    const char *forced = g_getenv("GTK_THEME");
    g_object_get(gtk_settings_get_default(), "gtk-application-prefer-dark-theme", &prefers, "gtk-theme-name", &name, NULL);
    if (forced && *forced) {
        g_free(name);
        name = g_strdup(forced);
        prefers = g_str_has_suffix(name, ":dark");
    }
    int dark = prefers || (name && (g_str_has_suffix(name, "-dark") || g_str_has_suffix(name, "-Dark")));
    g_free(name);
    return dark;
}

// In place of WebKitGTK's own: the one context of the process, and it writes nothing to disk.
WebKitWebContext *webkit_web_context_get_default(void)
{
    static WebKitWebContext *context;
    if (!context)
        context = webkit_web_context_new_ephemeral();
    return context;
}

// In place of WebKitGTK's own, which would take the context that is not ephemeral.
GtkWidget *webkit_web_view_new_with_user_content_manager(WebKitUserContentManager *manager)
{
    return g_object_new(WEBKIT_TYPE_WEB_VIEW, "user-content-manager", manager,
                        "web-context", webkit_web_context_get_default(), NULL);
}

static gboolean forget(gpointer uri)
{
    gtk_recent_manager_remove_item(gtk_recent_manager_get_default(), uri, NULL);
    g_free(uri);
    return G_SOURCE_REMOVE;
}

// GTK adds the path after the dialog has closed: wait 200 ms, then take it out again.
void firsthand_forget(const char *path)
{
    char *uri = g_filename_to_uri(path, NULL, NULL);
    if (uri)
        g_timeout_add(200, forget, uri);
}
