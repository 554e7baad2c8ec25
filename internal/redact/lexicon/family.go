package lexicon

import "strings"

// familyEndings end family names and hardly any word of the languages that
// engineers write in. They find the names that no list holds.
var familyEndings = []string{
	"dottir", "opoulos", "opoulou", "akopoulos", "iadis", "iadou", "shvili", "enko", "ovich", "evich", "ovic", "evic",
	"ovna", "evna", "owski", "owska", "ewski", "ewska", "inski", "inska", "ynski", "ynska", "owicz", "ewicz",
	"escu", "zadeh", "oglu", "qvist", "quist", "kainen", "tinen", "konen",
	"sson", "gaard", "sekara", "singhe", "wardena", "wardene", "asamy", "aswamy", "murthy", "anathan",
	"mueller", "stroem", "kumpu", "vuori",
}

// shortestFamily keeps the endings from being the whole word.
const shortestFamily = 7

func hasFamilyEnding(key string) bool {
	if len(key) < shortestFamily {
		return false
	}
	for _, end := range familyEndings {
		if strings.HasSuffix(key, end) {
			return !isEnglish(key) && !isGerman(key)
		}
	}
	return false
}
