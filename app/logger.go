package app

// silent is the logger given to Wails. Wails logs calls with their arguments, which are the person's words, and lets no
// caller tell those lines from others: so that nothing of it is printed.
type silent struct{}

func (silent) Print(string)   {}
func (silent) Trace(string)   {}
func (silent) Debug(string)   {}
func (silent) Info(string)    {}
func (silent) Warning(string) {}
func (silent) Error(string)   {}
func (silent) Fatal(string)   {}
