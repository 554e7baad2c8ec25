// What view.c gives to Go.

// Where a window is. Position and size are those without maximising, in GTK's units; placed says that the position is
// known, desktop is the number of the workspace, -1 where that is not known.
struct place {
    int placed, x, y, width, height, maximised, fullscreen, minimised, active, desktop;
};

int firsthand_start(void);
int firsthand_dark(void);
struct place firsthand_where(void);
void firsthand_return(struct place to, int quiet);
void firsthand_forget(void);
