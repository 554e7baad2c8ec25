package report

// Caption is the title of every document.
const Caption = "A first-hand account"

// Statement says on top of every document what it is, and how to read its times and gaps.
const Statement = "A personal account, de-identified, not a verdict. Times are counted from T+00:00, a moment its author chose. " +
	"[withheld: …] stands where something was taken out; what was never known is left blank."

// Producer is what our files say made them.
const Producer = "Firsthand"
