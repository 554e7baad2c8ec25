package redact

import (
	"strings"
	"testing"

	"firsthand/internal/redact/eval"
)

// Cases of name rules. ⟦person|X⟧ must be found for certain and as that kind, ⟦ask|X⟧ found or asked about,
// ⟪keep|x⟫ left alone altogether; ⟦handle|…⟧ and the other forms are given as structural matches. Nothing else may be
// certain.
var nameCases = []struct{ name, text string }{
	{"a listed name in mid-sentence", "I asked ⟦person|Priya⟧ to fail over the primary."},
	{"a full name, its parts alone", "⟦person|Marek Kowalczyk⟧ joined; later ⟦person|Kowalczyk⟧ left and ⟦person|Marek⟧ stayed."},
	{"any case, possessive", "⟦person|priya⟧'s change broke it, ⟦person|PRIYA⟧ reverted it, and ⟦person|Priya⟧'s fix worked. (⟦person|Priya⟧ confirmed)"},
	{"small in chat with a cue", "spoke to ⟦person|mehmet⟧ and he said it was looping"},
	{"a cc list", "cc ⟦person|Ngozi⟧, ⟦person|Hye-jin⟧, ⟦person|Dave O'Brien⟧"},
	{"thanks", "Thanks, ⟦person|Sam⟧"},
	{"a modal verb beside the name", "⟦person|Will⟧ ⟪keep|will⟫ check whether the canary was promoted."},
	{"a verb beside the name", "⟦person|Mark⟧ ⟪keep|marked⟫ the alert as noise; the ⟪keep|mark-and-sweep⟫ GC was not the cause."},
	{"a month and a name", "In ⟪keep|May⟫ we raised the timeout. ⟦ask|May⟧ reviewed that change."},
	{"products are nobody", "⟪keep|Kafka⟫, ⟪keep|Redis⟫, ⟪keep|Jenkins⟫, ⟪keep|Cassandra⟫, ⟪keep|Elastic⟫, ⟪keep|Consul⟫ were all red."},
	{"a product that is a name too", "The ⟪keep|Hana⟫ database and ⟦person|Hana⟧'s change are not the same thing."},
	{"from a team", "Crystal and Julia are ⟪keep|languages⟫; ⟦person|Ruby⟧ from Data joined late."},
	{"two meanings of one word", "⟦org|Chase⟧, our bank, returned 503. ⟦person|Chase⟧ from networking suggested a retry budget."},
	{"look-alike letters", "⟦person|Рriya⟧ was paged by ⟦person|Priya⟧."},
	{"an initial", "⟦person|J. Doe⟧ approved; ⟦user|jdoe⟧ merged."},
	{"an unknown name with a verb of saying", "⟦person|Xhulsane⟧ said the disk was full."},
	{"an unknown name after a verb of asking", "I asked ⟦person|Xhulsane⟧ about the disk."},
	{"an unknown name without a cue is asked about", "The disk of ⟦ask|Xhulsane⟧ was full."},
	{"titles", "Mr ⟦person|Odhiambo⟧ and Frau ⟦person|Oltmanns⟧ were on the line, Bay ⟦person|Feridun⟧ too."},
	{"the author by apposition", "I, ⟦person|Özgür⟧, have the admin keyring."},
	{"a nickname that is me", "notes, by ⟦person|bones⟧ (that's me)"},
	{"a nickname with its handle", "⟦person|mooncalf⟧ (⟦handle|@mooncalf_⟧) suggested it"},
	{"a voice on the call", "⟦person|Pixie⟧ on voice: bots are fine"},
	{"seeded by an address", "the mail of ⟦email|quorra.tafarel@example.com⟧ says that ⟦person|Tafarel⟧ left and ⟦person|quorra⟧ stayed"},
	{"seeded by a handle", "⟦handle|@m.tafarel⟧ was on call, so ⟦ask|Tafarel⟧ went"},
	{"a particle that is an acronym too", "com ⟦person|Maria do Carmo Lins⟧ ontem"},
	{"a particle inside", "Dr. ⟦person|Fatima al-Zahra⟧ came, ⟦person|al-Zahra⟧ stayed, ⟦person|Fatima⟧ left."},
	{"van der", "we rang ⟦person|Joris van der Meer⟧ at home"},
	{"a broken line", "the change was reviewed by ⟦person|Marek\nKowalczyk⟧ last night"},
	{"sentence-initial ordinary words", "⟪keep|Restarted⟫ the node. ⟪keep|Errors⟫ went up. ⟪keep|Nobody⟫ knew. ⟪keep|Everything⟫ was red."},
	{"a law", "⟪keep|Murphy⟫'s law: spare optics were elsewhere. ⟪keep|Little⟫'s law too."},
	{"states of machines", "it hangs in ⟪keep|Terminating⟫ and then in ⟪keep|Pending⟫"},
	{"a company by its suffix", "customer ⟦org|Initech⟧ and ⟦org|Globex GmbH⟧ complained"},
	{"a company by its domain", "pages of ⟦host|wiki.tarnbeck.internal⟧ say that the ⟦org|Tarnbeck⟧ window is closed"},
	{"a domain without umlauts", "mail to ⟦email|dispo@brueckwerk.de⟧, as always at ⟦org|Brückwerk Logistik⟧"},
	{"a bank", "the cut-off with ⟦org|Sahyadri Bank⟧ was near"},
	{"teams", "the ⟦team|Payments⟧ team paged ⟦team|Team Falcon⟧"},
	{"a generic team is nobody", "the network ⟪keep|team⟫ and the ⟪keep|SRE⟫ team were asleep"},
	{"an office", "the ⟦place|Warsaw⟧ office was affected"},
	{"an unknown office", "she is in the ⟦place|Xhulsane⟧ NOC"},
	{"a codename with its kind", "deploy of ⟦ask|tintero⟧ stuck; ⟦ask|Hodhod⟧, our schema service, was fine"},
	{"a folder of its own", "CMD (/opt/⟦ask|zugvogel⟧/bin/heartbeat)"},
	{"a user name tells a codename", "open since 01:38 as ⟦user|svc_marmalade_ro⟧. ⟦codename|Marmalade⟧ is the report builder"},
	{"chat with times", "⟦person|Wanjiru Kamau⟧  11:58 AM\ntwo minutes. hands off\n⟦person|Jun-Jun⟧  12:01 PM\n40k waiting\n"},
	{"irc", "21:03 <⟦person|chidi⟧> double debits\n21:04 <⟦person|zork99⟧> again?\n"},
	{"bracketed chat", "[22:40] ⟦person|baotq⟧: wave 3 at 5 %\n[22:52] ⟦person|seoyeon⟧: ok\n"},
	{"a bot speaks", "[12:03] ⟪keep|sentrybot⟫ APP  events 4,112"},
	{"inline chat", "Slack: ⟦person|Noor Haddad⟧ 10:42 AM: anyone else seeing 5xx?"},
	{"labels that are no names", "Plan: restart it.\nRisk: low.\nPlan: then wait.\n"},
	{"japanese", "⟦person|田中⟧さんに聞いた。⟦person|田中⟧が再起動した。お客様には伝えた。"},
	{"korean", "⟦person|민지⟧님이 확인했다"},
	{"cyrillic", "the mail is from ⟦ask|Оксана⟧ at the vendor"},
	{"german nouns are no questions", "Ich habe zuerst nachgesehen, wer die ⟪keep|Sperre⟫ hält. Herr ⟦person|Oltmanns⟧ bestätigte den ⟪keep|Eingang⟫ mit einem ⟪keep|Sperrkonflikt⟫ in der ⟪keep|Tabelle⟫."},
	{"german verbs of saying", "⟦person|Annika⟧ bat mich, nichts abzuschießen, und ⟦person|Jürgen⟧ meinte, das ist gut."},
	{"roles", "⟦ask|our only DBA⟧ typed it; ⟦ask|the intern⟧ watched; ⟦ask|our Rust expert⟧ slept"},
	{"roles that are none", "⟪keep|our only option⟫ was a restart; ⟪keep|the only node⟫ left"},
	{"contractions", "⟪keep|He'd⟫ found out. ⟪keep|I've⟫ read it. ⟪keep|Don't⟫ ask."},
	{"a full name in small letters", "she is ⟦person|saima qureshi⟧ and waits on ⟦person|usman bashir⟧"},
	{"a small name before an ordinary word", "spoke to ⟦person|mehmet⟧ ⟪keep|yesterday⟫ and ⟪keep|restarted⟫ it"},
	{"somebody who left", "found in a mail from ⟦person|mark⟧, who left. i ⟪keep|mark⟫ that as a finding. ⟦person|mark⟧'s mail had it"},
	{"from a team, small", "⟦person|faith⟧ from ⟦ask|inventory squad⟧ says in good ⟪keep|faith⟫ she can"},
	{"words that are names", "we ⟪keep|hope⟫ that the ⟪keep|grace⟫ period is long and i ⟪keep|mark⟫ it; to ⟪keep|mark⟫ says nothing"},
	{"a pronoun that is a name", "the call was with ⟦person|My Lindholm⟧ of the city. ⟦ask|My⟧ took the line, on ⟪keep|my⟫ way"},
	{"my own", "⟪keep|My⟫ laptop was slow. ⟪keep|My⟫ Redis was not."},
	{"a weekday that is a name", "I asked ⟦person|Sunday Etim⟧ about it; on ⟪keep|Sunday⟫ nobody came"},
	{"a weekday that is a name, alone", "in the NOC (⟦person|Sunday Okorie⟧, who jokes about it). ⟦ask|Sunday⟧ dropped it; on ⟪keep|Sunday⟫ nobody came"},
	{"Teams, time first", "[17:44] ⟦person|April Whitecloud⟧\nI see it too\n[17:45] ⟦person|Gurpreet Sandhu⟧ (Guest)\nme too\n"},
	{"an Irish family name", "the name of ⟦person|E. Ó Ceallaigh⟧ is on it"},
	{"called by kinship", "plan approved by ⟦ask|mama chi⟧, as always"},
	{"a nickname between two names", "opened by: ⟦person|Jeffrey \"Jepoy\" Pascual⟧"},
	{"what somebody is, after a sign of equality", "⟦person|Bank⟧ = ⟦person|Thanakorn Srisuwan⟧, ⟦person|Golf⟧ = vendor's site engineer"},
	{"what everybody says", "⟦person|Wellington Neves⟧ is release manager, everybody says ⟦ask|Well⟧. so"},
	{"quoted from a channel", "⟦person|Well⟧ in #ops: \"the pods are fine\""},
	{"a small full name of a word and a family name", "yes. ⟦person|grant okafor-lindley⟧, the dba. ⟦person|grant⟧ says he'll write, ⟦ask|grant⟧'s kid sang. the ⟪keep|grant⟫ was refused"},
	{"a department after a name that is a word", "⟦person|Penny⟧ in finance noticed. one ⟪keep|penny⟫ per invoice"},
	{"told, by initials", "asked ⟦ask|TK⟧, who asked the ⟪keep|DBA⟫ about the ⟪keep|WAL⟫"},
	{"two of them asleep", "⟦ask|nando⟧ n ⟦person|wim⟧ were both asleep"},
	{"a department after a German name", "Herr ⟦person|August⟧ ⟪keep|von⟫ der ⟪keep|Revision⟫ will eine Seite, und wir schreiben sie."},
	{"of Bali", "asked ⟦person|I Wayan Sudiarta⟧ about it"},
	{"an eponym that speaks", "⟦ask|Poisson⟧ says fourteen complaints mean many more"},
	{"weather that is a name", "⟦ask|Rain⟧ also does that."},
	{"told in capitals", "next time call him ⟪keep|FIRST⟫ please"},
	{"a saint", "⟦person|Rita Khoury⟧ a changé le mot. Une bougie à ⟪keep|sainte⟫ ⟦ask|Rita⟧, la patronne de la nuit."},
	{"at the quay", "Er saß ⟪keep|am⟫ ⟦ask|Kai⟧ im Auto. ⟦person|Kai⟧ las mir die Liste vor. Dazu kam ⟦person|Kai-Uwe Rettich⟧, der das kennt."},
	{"a season in German", "Frau ⟦person|Sommer⟧ rief an. Sie fragte, ob das bis ⟪keep|Sommer⟫ so bleibt und wer es war."},
	{"what is ours", "⟦ask|Kobopath⟧ is our ledger. ⟪keep|Redis⟫ is our cache."},
	{"a team with an and", "for the call with ⟦ask|Platform & Files⟧ at nine"},
	{"a domain in two words", "so ⟦org|ridgeline pet⟧ ships today, mail ⟦email|oncall@ridgelinepet.example⟧"},
	{"a pager for a team", "he had the pager for ⟦ask|web core⟧, and slept"},
	{"a cluster that is staging", "the yellow one. ⟦ask|molue⟧ is staging"},
	{"initials that someone has", "⟦person|Hinemoa Marsh⟧ was there. ⟦person|H.M.⟧ signed. ⟦person|Saima Qureshi⟧ left; ⟦ask|sq⟧ wants a number."},
	{"a handle by a sign of equality", "⟦person|zee⟧ = ⟦handle|@zkhokhar⟧ and ⟦person|zork⟧ is ⟦handle|@quorra⟧"},
	{"titles of other languages", "⟦person|Mevr. Hiwat⟧ signed, ⟦person|Rouva Xhulsane⟧ too"},
	{"titles that are verbs", "The job ⟪keep|ate⟫ Redis and 5 ⟪keep|MW⟫ Of power"},
	{"a name in its own script", "the last word was from ⟦ask|สมชาย⟧ before we went home"},
	{"an unknown word as the name of a thing", "we pushed ⟦ask|kalimpa⟧ at noon; traffic from ⟦ask|globehop⟧ rose"},
	{"an unknown word that comes again", "nobody could log into ⟦ask|larkwing⟧ and then ⟦ask|larkwing⟧ came back"},
	{"unknown words that are none", "we pushed ⟪keep|restartable⟫ ⟪keep|confg⟫ and ⟪keep|kalimpa.yml⟫ out, the ⟪keep|unmounting⟫ was slow"},
	{"every label of a chat", "> ⟦person|zee⟧: again\n> ⟪keep|me⟫: no\n> ⟦person|usman b⟧: which one\n> ⟦person|priya⟧: not funny\n"},
	{"labels of a log", "⟪keep|kubelet⟫: started\n⟪keep|leader⟫: lost\n⟪keep|note⟫: none\n"},
	{"a speaker with brackets", "[10:25] ⟦person|søren (kommune)⟧: hello\n[10:26] ⟦person|My Lindholm⟧: now\n"},
	{"an initial and a word", "both ⟦person|Ioana Pop⟧ and others got it, sorry ⟦person|I. Pop⟧."},
	{"titles of more languages", "⟦person|pan Heniek⟧ and ⟦person|Dª Milagros Tena⟧ were there, called ⟦person|Eng. Hossam⟧, then ⟦person|chị Thảo⟧, ⟦person|Oom Piet⟧ and ⟦person|kierownik Dudek⟧"},
	{"small words that are titles elsewhere", "The job ⟪keep|ate⟫ Redis in the ⟪keep|bay⟫, and I ⟪keep|miss⟫ Kafka"},
	{"honorifics after a name", "⟦person|Emre Bey⟧'i aradım. ⟦person|Anjali ma'am⟧ said no and ⟦person|Sato-san⟧ agreed."},
	{"an article that tells a sex", "Den Schlüssel hat ⟦person|die Conny⟧, sagt er, und ich bin noch nicht am Schaltschrank."},
	{"no particle, an article", "⟦person|Jens⟧ ⟪keep|vom⟫ ⟪keep|Entstördienst⟫ ist nicht da, weil er und der Bagger auf dem Weg sind."},
	{"a German noun that is a name too", "Mit ⟦person|Herr Sommer⟧ habe ich im ⟪keep|Winter⟫ nicht und auch vor dem Ausfall nicht telefoniert. Er hielt die ⟪keep|Lampe⟫."},
	{"a nickname that is a word", "⟦person|Bank⟧ (that is his nickname) checked the ⟪keep|bank⟫ connection. ⟦person|Bank⟧ saw no errors."},
	{"what everybody calls somebody", "everybody calls him ⟦person|Turbo⟧. ⟦person|Turbo⟧ said it. They named it ⟪keep|Rollback⟫ and called the ⟪keep|Function⟫."},
	{"a word before a verb of people", "⟦ask|Moose⟧ knew where the fuse is. ⟪keep|Monitoring⟫ saw nothing. ⟪keep|Checks⟫ noticed nothing. The ⟪keep|Operator⟫ wanted a lock."},
	{"a small initial", "paged ⟦person|t. okafor⟧, who acked"},
	{"a small full name with a word in it", "called ⟦person|sunday okafor⟧ on ⟪keep|sunday⟫"},
	{"initials without full stops", "approved by ⟦person|Jaana Karoliina Adeyemi⟧, second approval ⟦ask|JKA⟧ again; the ⟪keep|TLS⟫ was fine"},
	{"a family name with its particles", "from ⟦person|Ruud van den Berg⟧ to me. ⟦person|van den Berg⟧ had read it"},
	{"a Vietnamese name is no Dutch word", "⟦ask|Đạt⟧ found it in the log"},
	{"a chat name with a picture", "[23:47] ⟦person|Kuba 🔧⟧: port 7\n[23:48] ⟪keep|Ja⟫: nie\n"},
	{"Chinese titles", "让⟦person|李总⟧先回滚，⟦person|小刘⟧在看日志，⟪keep|高工⟫资多"},
	{"Korean titles", "⟦person|최 과장님⟧께 전화했고 ⟦person|이지훈 팀장⟧이 승인했다. ⟪keep|담당자님⟫은 없었다."},
	{"Hebrew titles after a letter", "התקשרתי ל⟦person|מר כהן⟧ והוא בא"},
	{"Arabic titles", "ثم اتصل ⟦person|أبو أحمد⟧ و⟦person|د. منى الشريف⟧"},
	{"Cyrillic in any case", "Позвонил ⟦person|Сергею Викторовичу⟧, а потом реплика отстала. ⟦person|Ольга⟧ перезапустила."},
	{"Greek", "⟦person|Γιάννης⟧: δεν βλέπω\n⟦person|Ελένη⟧: ούτε εγώ\n"},
	{"a German village", "Die Züge warten in ⟦ask|Wipshausen⟧ und nicht in der ⟪keep|Werkstatt⟫, aus ⟪keep|Gewohnheit⟫."},
	{"a saint's house", "the lab at ⟦org|St Declan's⟧ and the ⟦org|St Brendan's⟧ ward"},
	{"a saint's house with more of its name", "the order came from ⟦org|St Colmcille's Regional⟧ and we waited"},
	{"Hindi in Latin letters", "kal raat ⟦person|munna bhai⟧ ka phone aaya, server down hai. maine ⟦ask|pinky⟧ ko bola restart kar do, phir ⟦ask|bunty⟧ ne cache clear kiya aur ⟪keep|sab⟫ chal gaya"},
	{"Tagalog", "sabi ni ⟦person|jepoy⟧ down daw yung server. tinawagan ko si ⟦person|maricel⟧ at si ⟦person|bong⟧. restart muna ⟪keep|daw⟫"},
	{"Indonesian in small letters", "⟦person|pak budi⟧ bilang servernya mati. ⟦person|mas jarwo⟧ udah cek, restart ⟪keep|aja⟫ dulu"},
	{"a team that begins with an acronym", "I mean the ⟦ask|DB Platform⟧ one"},
	{"a house in apposition", "the hospital, ⟦org|Queen Ingrid's⟧, waited; ⟦org|Volta Savings & Loans⟧ and ⟦org|Szpital św. Rozalii⟧ did not"},
	{"a street", "the bridge over ⟦place|Wexhall Road⟧ was closed, so I drove down ⟦place|Harcourt Lane⟧, and ⟦person|Priya Lane⟧ drove behind me"},
	{"a colour and a beast are one thing", "Then we deployed ⟦ask|Blue Heron⟧. ⟦ask|Blue Heron⟧ went down, and Mr ⟦person|Heron⟧ left."},
	{"an initial behind the name", "I called ⟦person|Deniz A.⟧ and told him. ⟦ask|nadine k⟧ had seen it too"},
	{"a shortened van der", "⟦person|Jurgen v/d Berg⟧ was on call"},
	{"a nickname with a size", "I asked ⟦person|Davie⟧ about it. ⟦person|Big Davie⟧ ran the stills."},
	{"a command of PowerShell is nobody", "then ⟪keep|Enter-PSSession⟫ failed and ⟪keep|Grant-SmbShareAccess⟫ as well"},
	{"what a speaker is, in plain words, is no name", "08:21 - ⟦person|Callum⟧ (visitor centre): we put in a screen\n08:22 - ⟦person|Isla⟧: where\n\nThe ⟪keep|visitor⟫ was at the centre."},
	{"words with a Korean title's letters", "DB ⟪keep|아님⟫. ⟪keep|라인장님⟫ 전화 옵니다"},
	{"a small place nobody has listed", "a in ⟦ask|lekki⟧, b in ⟦ask|xhulsane⟧. all calls are in ⟪keep|prod⟫."},
	{"the side of a place", "the ⟦ask|lagos⟧ side was fine, the left ⟪keep|side⟫ too"},
	{"a word of another language that is a name here", "nothing came from the ⟦ask|Tanta⟧ pair, and the ⟪keep|ping⟫ was small"},
	{"what we call a thing", "⟦codename|obsidian⟧ is what we call the auth engine"},
	{"a folder with a word for a name", "PS D:\\⟦ask|orchard⟧> dir C:\\⟪keep|Users⟫ /var/log/⟪keep|messages⟫ /opt/⟪keep|tools⟫/x"},
	{"a product with its kind", "⟦ask|Luna⟧ HSM timeouts from the rack. ⟦person|Priya⟧ SRE was there"},
	{"an initial at the beginning of a cell", "| 02:44 | ⟦person|K. Wierzbicki⟧ | acked |\n"},
	{"the son of", "⟦ask|Subramaniam s/o Ramasamy⟧ held the badge, 5 req/s of Redis"},
	{"two words that are names", "⟦ask|Precious⟧ and ⟦ask|Lucky⟧ from the office said so. ⟪keep|Load⟫ and ⟪keep|Latency⟫ rose."},
	{"a log with names in angles", "    * 9f2ab31 batch size (2 days ago) <⟦person|Piotr⟧>\n"},
	{"a name that is a verb elsewhere", "I pinged him. ⟦person|Sade⟧ took it, and ⟦person|Signe⟧ got up"},
	{"machines with names", "The rack is called ⟦ask|Bertha⟧ by everyone but ⟦person|Helga⟧."},
	{"a short line of another language", "⟪keep|Potem⟫ ⟦person|Jagoda⟧ wyłączyła prąd. ⟪keep|Cisza⟫. ⟪keep|Kabel⟫."},
	{"an institution by its noun", "the client is the ⟦ask|Commission⟧, and the ⟪keep|bank⟫ waits. Then the ⟦org|Bank of the Lagoons⟧ rang, and ⟦ask|Sterling Heights College⟧ wrote."},
	{"a legal form and a team before a name", "payroll for ⟦org|PT Sumber Rejeki⟧ went out, says ⟦team|Tim Onboarding⟧"},
	{"a saint with a full stop", "we called ⟦org|St. Brendan's⟧ twice and went to the ⟦place|Isle of Mull⟧"},
	{"places in small letters", "she was on the train to ⟦ask|manresa⟧, the ⟦ask|sagamu⟧ exchange was off and ⟦ask|north karelia⟧ had a storm. from ⟦ask|cape town⟧ to ⟪keep|prod⟫, in ⟪keep|mtls⟫ mode"},
	{"who sells and decides", "the shard is slow and ⟦ask|sanlakor⟧ sells our policies"},
	{"kin words", "the plan was approved by ⟦ask|mama chi⟧, and the ⟪keep|mama⟫ of nobody"},
	{"a day that is a name", "with me that night was a colleague (⟦person|Sunday Okafor⟧, before you ask) and ⟦person|Sunday⟧ said no"},
	{"a listed place without a word of place", "they are in ⟦place|Dublin⟧; we moved the VLAN to the new ⟦ask|Palo Alto⟧ over the break"},
	{"a name after an English article", "⟦person|Mercedes⟧ lent us the small one. First the ⟦ask|Mercedes⟧ did not start."},
	{"a feast of a saint", "it was not the eve of ⟪keep|Santo António⟫ yet"},
	{"camel case is code", "it pasted ⟪keep|RecoveryConflictSnapshot⟫ and ⟪keep|KeyError⟫"},
}

func TestFindPeople(t *testing.T) {
	for _, c := range nameCases {
		t.Run(c.name, func(t *testing.T) {
			plain, spans := unmark(t, c.text)
			r := identity(plain)
			var taken []match
			for _, sp := range spans {
				switch k := Kind(sp.Kind); k {
				case "keep", "ask", Person, Org, Team, Place, Codename:
				default:
					taken = append(taken, match{start: sp.Start, end: sp.End, kind: k, certain: true})
				}
			}
			found := findPeople([]*reading{r}, [][]match{taken}, nil)[0]
			for _, sp := range spans {
				judgeSpan(t, plain, sp, found)
			}
			for _, m := range found {
				if m.certain && !onMark(m, spans) {
					t.Errorf("certain %s %q (%s)", m.kind, plain[m.start:m.end], m.rule)
				}
			}
		})
	}
}

func judgeSpan(t *testing.T, plain string, sp eval.Mark, found []match) {
	t.Helper()
	certain, kind := true, true
	covered := make([]bool, len(sp.Text))
	for _, m := range found {
		if m.start >= sp.End || m.end <= sp.Start {
			continue
		}
		for k := max(m.start, sp.Start); k < min(m.end, sp.End); k++ {
			covered[k-sp.Start] = true
		}
		certain = certain && m.certain
		kind = kind && m.kind == Kind(sp.Kind)
		if sp.Kind == "keep" {
			t.Errorf("found %q as %s (%s, certain %v)", plain[m.start:m.end], m.kind, m.rule, m.certain)
		}
	}
	left := ""
	for k, c := range covered {
		if !c && !strings.ContainsRune(" \n", rune(sp.Text[k])) {
			left += string(sp.Text[k])
		}
	}
	switch Kind(sp.Kind) {
	case "keep":
	case "ask":
		if left != "" {
			t.Errorf("not found: %q of %q", left, sp.Text)
		}
	case Person, Org, Team, Place, Codename:
		if left != "" || !certain || !kind {
			t.Errorf("%q: left %q, certain %v, kind right %v", sp.Text, left, certain, kind)
		}
	}
}

func onMark(m match, spans []eval.Mark) bool {
	for _, sp := range spans {
		if m.start < sp.End && sp.Start < m.end && sp.Kind != "keep" {
			return true
		}
	}
	return false
}

// unmark is a text of these tests and its marks, whose kinds are the test's own.
func unmark(t *testing.T, text string) (string, []eval.Mark) {
	t.Helper()
	plain, marks, err := eval.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return plain, marks
}

// identity is a reading of plain text in which nothing is hidden.
func identity(text string) *reading {
	r := &reading{src: text, text: text, areas: []area{{0, len(text), prose}}, page: &page{}}
	for i := 0; i <= len(text); i++ {
		r.at, r.till = append(r.at, i), append(r.till, i+1)
	}
	return r
}
