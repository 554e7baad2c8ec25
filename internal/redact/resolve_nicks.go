package redact

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// joinNicks joins a first name that stands alone to the one full name whose first word it is the familiar form of: Nikos
// to Nikolaos Papanikolaou, Bob to Robert Lindqvist. Where only its beginning says so the person is asked.
func (c *crowd) joinNicks() {
	people := c.of(Person)
	full := map[string][]int{} // groups of several words, by the first two letters of the first and by the first
	for _, g := range people {
		if ws := c.groups[g].words; len(ws) > 1 && len(ws[0]) > 1 {
			full[ws[0][:2]] = append(full[ws[0][:2]], g)
			full[" "+ws[0]] = append(full[" "+ws[0]], g)
		}
	}
	if len(full) == 0 {
		return
	}
	c.joinInitials(people)
	for _, g := range people {
		grp := &c.groups[g]
		initial := "" // of Lucho Q.
		if len(grp.words) == 2 && utf8.RuneCountInString(grp.words[1]) == 1 {
			initial = grp.words[1]
		} else if len(grp.words) != 1 || c.fullName(c.root(g)) {
			continue
		}
		if len(grp.words[0]) < 3 || grp.doubt {
			continue
		}
		w := grp.words[0]
		other := func(h int) bool {
			return !slices.ContainsFunc(c.groups[h].words[1:], func(o string) bool { return strings.HasPrefix(o, initial) })
		}
		var fit, sure []int
		for _, h := range full[w[:2]] {
			if familiar(w, c.groups[h].words[0]) && !other(h) {
				fit = append(fit, c.root(h))
			}
		}
		for _, long := range familiarForms[w] {
			for _, h := range full[" "+long] {
				if other(h) {
					continue
				}
				fit, sure = append(fit, c.root(h)), append(sure, c.root(h))
			}
		}
		if fit = unique(fit); len(fit) == 1 {
			if grp.doubt = len(sure) == 0; grp.doubt {
				c.guess(fit[0], g, "alike.short")
			} else {
				c.join(fit[0], g)
			}
		}
	}
}

// joinInitials joins first letters alone to the one full name that has them: B.Ö. to Barış Özdemir, JKA to Jaana Karoliina
// Adeyemi.
func (c *crowd) joinInitials(people []int) {
	letters := map[string][]int{}
	for _, g := range people {
		if ws := c.groups[g].words; len(ws) > 1 && len(ws[0]) > 1 {
			letters[firstLetters(ws)] = append(letters[firstLetters(ws)], c.root(g))
			if len(ws) > 2 {
				ends := firstLetters([]string{ws[0], ws[len(ws)-1]})
				letters[ends] = append(letters[ends], c.root(g))
			}
		}
	}
	for _, g := range people {
		ws := c.groups[g].words
		whole := strings.Join(ws, "")
		if len(whole) > 4 || len(ws) == 1 && (len(whole) < 2 || strings.ToUpper(c.groups[g].text) != c.groups[g].text) || len(ws) > 1 && firstLetters(ws) != whole {
			continue
		}
		if fit := unique(slices.Clone(letters[whole])); len(fit) == 1 {
			c.join(fit[0], g)
		}
	}
}

// fullName says whether a name of several words is among those that are one with root.
func (c *crowd) fullName(root int) bool {
	return slices.ContainsFunc(c.members[root], func(g int) bool { return c.groups[g].kind == Person && len(c.groups[g].words) > 1 })
}

// familiar says whether short is the beginning of a given name with the ending of a familiar form: Wiesia of Wiesława.
func familiar(short, long string) bool {
	for _, end := range familiarEndings {
		stem, ok := strings.CutSuffix(short, end)
		if ok && len(stem) >= 3 && strings.HasPrefix(long, stem) && len(long) > len(stem)+1 && !strings.HasPrefix(long, short) {
			return true
		}
	}
	return len(short) == 4 && len(long) > 6 && strings.HasPrefix(long, short[:3]) && !strings.HasPrefix(long, short) && strings.ContainsRune("uiyo", rune(short[3]))
}

var familiarEndings = strings.Fields("sia cia zia nia ka ek us os is ita ito inha inho ie y i o ko le li lein chen sha shka ik chik ulya usya ey kins tje ke je ina")

// familiarForms are familiar forms that share too little with the names they stand for: the name, then its forms.
var familiarForms = formsOf(`robert bob rob bobby; william bill will billy liam; richard dick rick; john jack johnny; james jim jimmy jamie; edward ted ned eddie;
	theodore ted; henry hank harry; charles chuck charlie; margaret peggy maggie meg greta; elizabeth liz beth betty lisa; elisabeth lisa sisi; anthony tony; antonio tony toni tonho nino;
	katherine kate katie kathy kitty; catherine kate cathy; mary molly polly; sarah sally; eleanor nell; anne nancy; andrew drew andy; alexander sandy sasha alex sascha; alexandra sandy sasha alex;
	aleksandr sasha sanya shura sascha; oleksandr sasha sascha; mikhail misha; mykhailo misha; nikolai kolya; nikolay kolya; ivan vanya; vladimir vova volodya; volodymyr vova volodya; petr petya; pyotr petya;
	grigory grisha; evgeny zhenya; yevgeny zhenya; evgeniya zhenya; yevgenia zhenya; ekaterina katya; yekaterina katya; kateryna katya; maria masha majo marysia mari mayte; mariya masha; mariia masha;
	anastasia nastya; anastasiya nastya; natalia natasha; nataliya natasha; nataliia natasha; tatiana tanya; tatyana tanya; elena lena; yelena lena; olena lena; olga olya; olha olya; irina ira; iryna ira;
	svetlana sveta; anna anya ania; daria dasha; dmitry dima mitya; dmitri dima mitya; dmytro dima; sergey seryozha; sergei seryozha; serhii seryozha; konstantin kostya; alexey lyosha alyosha; aleksei lyosha;
	oleksii lyosha; pavel pasha; pavlo pasha; yuri yura; yurii yura; vyacheslav slava; stanislav slava; anatoly tolya; boris borya; fyodor fedya; georgy gosha zhora; lyudmila lyuda luda; galina galya; halyna galya;
	viktoria vika; victoria vika; jose pepe chema ze; francisco paco curro pancho kiko chico xico; ignacio nacho; guadalupe lupe lupita; dolores lola; concepcion concha; pilar pili; jesus chus chuy; manuel manolo;
	eduardo lalo duda dudu; alberto beto tito; roberto beto; guillermo memo; enrique quique kike; rosario charo chayo; consuelo chelo; fernando nando; sebastian chano wastl basti; sebastiao tiao; ernesto neto; isabel chabela;
	nicolas nico; juan juanjo juanma; remedios reme; mercedes merche; inmaculada inma; gabriel gabi guga; gabriela gabi; luis lucho lucio; luisa lulu lucha; jorge coco; rafael rafa; javier javi; beatriz bea; alejandro ale alex; alejandra ale; cristina cris; francisca paca paquita; josefa pepa pepi; antonia toni tona; luigi gigi gino; giuseppe beppe peppe pino; giovanni gianni nanni; domenico mimmo;
	raffaele lello; francesco ciccio checco; lorenzo renzo; thierry titi; louise loulou; francois fanfan; johannes hansi hannes hans joop jens jussi; josef sepp beppo jupp pepa jozsi; leopold poldi; florian flo; ulrich uli ulli ueli; jakob koebi kobi; josefine josy; rudolf ruedi rudi; werner werni; walter walti; margrit gritli; josiane joss josy; jocelyne joss;
	ulrike uli ulli; theresia resi; veronika vroni; charlotte lotte; lieselotte lotte lilo; cornelia conny; constanze conny; birgit biggi; karl kalle heini; heinrich heini heinz fritz; friedrich fritz; mathilde tilli;
	jakub kuba; jan janek jasiek honza; zbigniew zbyszek; wojciech wojtek; krzysztof krzysiek krzys; katarzyna kasia kaska; malgorzata gosia; joanna asia; barbara basia; aleksandra ola; elzbieta ela; stanislaw staszek;
	mieczyslaw mietek; henryk heniek; boleslaw bolek; karol lolek; bartosz bartek; bartlomiej bartek; maciej maciek; jerzy jurek; wladyslaw wladek; ryszard rysiek; jolanta jola; zofia zosia; hanna hania; agnieszka aga;
	piotr piotrek; jiri jirka; frantisek franta; vaclav vasek; alois lojza; antonin tonda; zdenek zdenda; istvan pisti; janos jancsi; laszlo laci; ferenc feri; gyorgy gyuri; andras bandi; sandor sanyi; katalin kati;
	nikolaos nikos; ioannis yannis giannis yiannis; konstantinos kostas costas; panagiotis takis panos; dimitrios dimitris mitsos; evangelos vangelis; efstathios stathis; athanasios thanasis; eleftherios lefteris;
	emmanouil manolis; spyridon spiros; aikaterini katerina; paraskevi voula; mehmet memo memet; abdullah apo; hasan haso; ibrahim ibo; fatma fatos; olawale wale; babatunde tunde; adekunle kunle; oluwaseun seun;
	olusegun segun; oluwatobi tobi; temidayo dayo; adedayo dayo; olusola sola; abosede bola; olayinka yinka; adeyinka yinka; olufemi femi; chidiebere chidi; chukwuemeka emeka; chukwuebuka ebuka; obinna obi; ifeoma ify;
	chiamaka amaka; nkechinyere nkechi; adaeze ada; ikechukwu ike; rajesh raju; rajendra raju; sanjay sanju; vikram vicky; vikas vicky; priyanka pinky; lars lasse; nils nisse; olof olle; per pelle; sofia fia;
	katarina kajsa; charlotta lotta; juhani jussi; henrik heikki; cornelis kees cees; hendrik henk; abraham bram; jacques sjaak; willem wim; johanna jo hanneke; joseph joe jos; joanne jo; thomas tom; michael mike mick;
	christopher kit topher; alistair al; albert al bert; gilbert bert; lawrence larry; laurence larry; gregory greg; jeffrey jeff; geoffrey geoff jeff; stephen steve; steven steve; david dave; daniel danny dan; matthew matt;
	nathaniel nate; jonathan jon; zachary zack; nicholas nick; patrick paddy pat; patricia pat trish; deborah debbie deb; susan sue; jennifer jen jenny; jessica jess; rebecca becky bec becca; samantha sam; samuel sam; benjamin ben; victor vic`)

// formsOf reads names with their familiar forms: by form, the names.
func formsOf(s string) map[string][]string {
	m := map[string][]string{}
	for row := range strings.SplitSeq(s, ";") {
		ws := strings.Fields(row)
		for _, short := range ws[1:] {
			m[short] = append(m[short], ws[0])
		}
	}
	return m
}
