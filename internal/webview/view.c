//go:build linux && production

#include "view.h"

#include <gdk/gdk.h>
#include <gtk/gtk.h>
#include <string.h>
#include <webkit2/webkit2.h>
#ifdef GDK_WINDOWING_X11
#include <gdk/gdkx.h>
#endif

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

static GMutex guard; // of place
static struct place place = {.desktop = -1};
static struct place wanted;
static int returns; // whether the window is to be where wanted says
static int quiet;   // and not to take the keyboard

static int desktop_of(GdkWindow *window)
{
#ifdef GDK_WINDOWING_X11
    if (GDK_IS_X11_WINDOW(window))
        return (int)gdk_x11_window_get_desktop(window);
#endif
    return -1;
}

static int on_x11(GtkWidget *widget)
{
#ifdef GDK_WINDOWING_X11
    return GDK_IS_X11_DISPLAY(gtk_widget_get_display(widget));
#else
    return 0;
#endif
}

// Where the window is, noted whenever it changes: whoever asks need not wait for GTK, which may be busy.
static gboolean note(GtkWidget *window)
{
    GdkWindow *shown = gtk_widget_get_window(window);
    if (!shown)
        return FALSE;
    GdkWindowState state = gdk_window_get_state(shown);
    struct place now = {.desktop = -1};
    now.maximised = (state & GDK_WINDOW_STATE_MAXIMIZED) != 0;
    now.fullscreen = (state & GDK_WINDOW_STATE_FULLSCREEN) != 0;
    now.minimised = (state & GDK_WINDOW_STATE_ICONIFIED) != 0;
    now.active = gtk_window_is_active(GTK_WINDOW(window));
    now.desktop = desktop_of(shown);
    gtk_window_get_size(GTK_WINDOW(window), &now.width, &now.height);
    if (on_x11(window)) {
        gtk_window_get_position(GTK_WINDOW(window), &now.x, &now.y);
        now.placed = 1;
    }
    g_mutex_lock(&guard);
    if (now.maximised || now.fullscreen || now.minimised) { // its size as it will be otherwise
        now.x = place.x, now.y = place.y, now.placed = place.placed;
        now.width = place.width, now.height = place.height;
    }
    place = now;
    g_mutex_unlock(&guard);
    return FALSE;
}

static gboolean on_event(GtkWidget *window, GdkEvent *event, gpointer data)
{
    return note(window);
}

static void on_notify(GtkWidget *window, GParamSpec *what, gpointer data)
{
    note(window);
    if (gtk_window_is_active(GTK_WINDOW(window)))
        gtk_window_set_keep_below(GTK_WINDOW(window), FALSE); // somebody has turned to it
}

static gboolean move_back(gpointer window)
{
    gtk_window_move(window, wanted.x, wanted.y);
    g_object_unref(window);
    return G_SOURCE_REMOVE;
}

static gboolean then_move_back(gpointer window)
{
    g_idle_add(move_back, window);
    return G_SOURCE_REMOVE;
}

// Wails centres the window right after it has shown it: the idle function of an idle function runs after that.
static void on_map(GtkWidget *window, gpointer data)
{
    if (wanted.placed && !wanted.maximised && !wanted.fullscreen)
        g_idle_add(then_move_back, g_object_ref(window));
    returns = 0; // from now on it is where the person puts it
    g_signal_handlers_disconnect_by_func(window, on_map, data);
}

// The window manager takes the number of the desktop from a window that is not mapped yet.
static void on_realize(GtkWidget *window, gpointer data)
{
    gdk_window_set_events(gtk_widget_get_window(window), gdk_window_get_events(gtk_widget_get_window(window)) | GDK_PROPERTY_CHANGE_MASK);
#ifdef GDK_WINDOWING_X11
    gulong desktop = (gulong)wanted.desktop;
    if (returns && wanted.desktop >= 0 && on_x11(window))
        gdk_property_change(gtk_widget_get_window(window), gdk_atom_intern_static_string("_NET_WM_DESKTOP"),
                            gdk_atom_intern_static_string("CARDINAL"), 32, GDK_PROP_MODE_REPLACE, (guchar *)&desktop, 1);
#endif
}

void firsthand_return(struct place to, int without_asking)
{
    wanted = to;
    quiet = without_asking;
    returns = 1;
}

struct place firsthand_where(void)
{
    g_mutex_lock(&guard);
    struct place now = place;
    g_mutex_unlock(&guard);
    return now;
}

// The one window that there is when Wails makes its view: made, but not shown.
static void watch(GtkWindow *window)
{
    g_signal_connect(window, "realize", G_CALLBACK(on_realize), NULL);
    g_signal_connect_after(window, "configure-event", G_CALLBACK(on_event), NULL);
    g_signal_connect_after(window, "window-state-event", G_CALLBACK(on_event), NULL);
    g_signal_connect_after(window, "property-notify-event", G_CALLBACK(on_event), NULL);
    g_signal_connect(window, "notify::is-active", G_CALLBACK(on_notify), NULL);
    if (!returns)
        return;
    g_signal_connect(window, "map", G_CALLBACK(on_map), NULL);
    if (wanted.maximised)
        gtk_window_maximize(window);
    if (wanted.fullscreen)
        gtk_window_fullscreen(window);
    if (wanted.placed)
        gtk_window_move(window, wanted.x, wanted.y);
    // X11 lets a window come without the keyboard, and behind others. Wayland only lets it come out of sight.
    if (quiet)
        gtk_window_set_focus_on_map(window, FALSE);
    if (quiet && !wanted.active)
        gtk_window_set_keep_below(window, TRUE);
    if (wanted.minimised || (quiet && !wanted.active && !on_x11(GTK_WIDGET(window))))
        gtk_window_iconify(window);
}

// In place of WebKitGTK's own, which would take the context that is not ephemeral.
GtkWidget *webkit_web_view_new_with_user_content_manager(WebKitUserContentManager *manager)
{
    GList *windows = gtk_window_list_toplevels();
    if (windows)
        watch(windows->data);
    g_list_free(windows);
    return g_object_new(WEBKIT_TYPE_WEB_VIEW, "user-content-manager", manager,
                        "web-context", webkit_web_context_get_default(), NULL);
}

// Takes what this program has put on the desktop's list of recent files off it again, and nothing else.
static void forget(GtkRecentManager *recent)
{
    GList *all = gtk_recent_manager_get_items(recent);
    for (GList *each = all; each; each = each->next) {
        if (gtk_recent_info_has_application(each->data, g_get_application_name()))
            gtk_recent_manager_remove_item(recent, gtk_recent_info_get_uri(each->data), NULL);
        gtk_recent_info_unref(each->data);
    }
    g_list_free(all);
}

static void (*write_list)(GtkRecentManager *);

static void forget_first(GtkRecentManager *recent)
{
    forget(recent);
    write_list(recent);
}

// GTK writes the list a moment after it has changed, in this method of its class: what is taken off before never gets to
// disk, whatever becomes of the process meanwhile.
static gboolean forget_from_now_on(gpointer data)
{
    GtkRecentManagerClass *class = GTK_RECENT_MANAGER_GET_CLASS(gtk_recent_manager_get_default());
    if (class->changed != forget_first) {
        write_list = class->changed;
        class->changed = forget_first;
    }
    return G_SOURCE_REMOVE;
}

void firsthand_forget(void)
{
    g_idle_add(forget_from_now_on, NULL);
}
