package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Handles, channels and ids of chat services.

var chatRules = []rule{
	{
		id: "chat.handle", kind: Handle, reason: "somebody's handle",
		needs: "@", pattern: `@([\p{L}_][\p{L}\p{N}_.-]*)`,
		check: handle,
		finds: []string{
			"⟦@jdoe⟧ restarted nginx", "wrote to ⟦@freight-insights-oncall⟧, no", "(⟦@mooncalf_⟧, x", "cc ⟦@s.vakili⟧.", "⟦@Zoë⟧: yes",
		},
		leaves: []string{
			"ping @here and @channel please", "npm i @babel/core @types/node", "@Override public void run()", "jane@acme.io", "@media print", "`@app.route(\"/\")`",
			"@param x the thing", "set @everyone", "x@latest", "user@host", "@property", "    @staticmethod\n    def x():",
		},
	},
	{
		id: "chat.starred", reason: "somebody or something in a chat",
		needs: "*", pattern: `@_?\*\*(?P<handle>[^*\n|]+)(?:\|\d+)?\*\*|#\*\*(?P<channel>[^*\n]+)\*\*`,
		passage: true,
		finds:   []string{"```\n@**⟦angel.rdz⟧** tumba\n#**⟦web>portada⟧**\n```"},
		leaves:  []string{"**bold** and @ **x**"},
	},
	{
		id: "chat.tilde", kind: Channel, reason: "a chat channel",
		needs: "~-", pattern: `^[("]?(~[a-z][a-z0-9]*(?:-[a-z0-9]+)+)[,.;:)"]*$`,
		finds:  []string{"mattermost, ⟦~pass-ops⟧:"},
		leaves: []string{"~10-20", "~/x-y", "~bob-x/bin", "~half"},
	},
	{
		id: "chat.scope", kind: Org, asks: true, reason: "the name of a publisher of packages",
		needs: "@/", pattern: `@([a-z0-9][\w.-]*)/[a-z0-9][\w.-]*`,
		check: func(s *scan, m *match) bool {
			c := s.before(m.start - 1)
			return !publicScopes[s.low[m.start:m.end]] && !isWordByte(c) && c != '/'
		},
		finds:  []string{"npm i @⟦acme⟧/ui"},
		leaves: []string{"@babel/core", "@types/node", "x@y/z"},
	},
	{
		id: "chat.slack-mention", kind: Handle, reason: "a member of a chat",
		needs: "<>", pattern: `<@!?(?P<handle>[A-Z0-9]{6,22})(?:\|(?P<person>[^>\n]+))?>`,
		check: func(s *scan, m *match) bool {
			if m.kind == Handle {
				m.same = "chat:" + s.text[m.start:m.end]
			}
			return true
		},
		finds:  []string{"<@⟦U02ABCDEF12⟧|⟦priya⟧> acked", "<@⟦U04FAKE1QX⟧> is the cache warm?", "<@!⟦123456789012345678⟧>"},
		leaves: []string{"<!here> pausing", "<@x>"},
	},
	{
		id: "chat.slack-channel", kind: Channel, reason: "a chat channel",
		needs: "<>", pattern: `<(?:#(?P<channel>[CDG][A-Z0-9]{6,12})(?:\|(?P<channel>[^>\n]*))?|!subteam\^(?P<team>S[A-Z0-9]{6,12})(?:\|(?P<team>[^>\n]*))?)>`,
		finds:  []string{"<#⟦C01ABCDEF34⟧|⟦general-x⟧>", "<!subteam^⟦S01ABCDEF⟧|⟦@sre⟧>"},
		leaves: []string{"<!here>"},
	},
	{
		id: "chat.slack-id", kind: Handle, reason: "an id of a chat service",
		needs: "A0", least: 8, pattern: `\b([UWCDGTBS]0[A-Z0-9]{6,10}|[UWCDGTB][1-9][A-Z0-9]{7,10})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			letters := 0
			for _, c := range t[2:] {
				if c >= 'A' {
					letters++
				}
			}
			if letters == 0 || strings.IndexByte("-.", s.before(m.start)) >= 0 || s.after(m.end) == '-' {
				return false
			}
			if c := t[0]; c == 'C' || c == 'D' || c == 'G' {
				m.kind = Channel
			} else if c == 'T' || c == 'B' || c == 'S' {
				m.kind = Other
			}
			m.same = "chat:" + t
			return true
		},
		finds:  []string{"⟦U02ABCDEF12⟧ posted in ⟦C01ABCDEF34⟧", "(⟦C0FAKE9ZT⟧):"},
		leaves: []string{"status UNAVAILABLE from CONTAINER and DEADLINE01", "T1234567890", "BACKEND2025", "C3PO", "UTF8"},
	},
	{
		id: "chat.slack-stamp", kind: Other, reason: "the link of a chat message",
		needs: "0", least: 17, pattern: `\b(p1\d{15})\b`,
		finds:  []string{"archives/C01/⟦p1700000000123456⟧?x"},
		leaves: []string{"p99", "p1234"},
	},
	{
		id: "chat.channel", kind: Channel, reason: "a chat channel",
		needs: "#", pattern: `#([\p{L}\p{N}][\p{L}\p{N}_-]*(?::[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,})?)`,
		check: channel,
		finds: []string{
			"discuss in ⟦#inc-1234-checkout⟧", "in ⟦#data-help⟧ why", "(⟦#ember-war-room⟧)", "⟦#störung⟧ and", "⟦#incident_42⟧", "post in ⟦#dad-jokes⟧", "Room ⟦#hpc-ops:chat.acme.example⟧, 9 members",
		},
		leaves: []string{
			"colour #ff0000 and", "#fff", "```\n#include <x>\n#define X\n#ifdef Y\n```", "C#7 and F#", "issue #42", "https://a.io/x#part", "## Heading {#anchor}", "##[error]Process",
			"#!/bin/bash", "#1", "&#114;",
		},
	},
	{
		id: "chat.irc-nick", kind: Handle, reason: "a nick in a chat log",
		passage: true, needs: "<>:0",
		pattern: `(?m)(?:^[ \t>]*|[ ])\[?(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+<[@+%&~ ]?([\p{L}_\[\]\\^{}|` + "`" + `][^\s<>]{0,30})>[ \t]`,
		finds:   []string{"21:03 <⟦chidi⟧> double debit\n21:04 <⟦grace_a⟧> is it"},
		leaves:  []string{"21:03 <br> x", "a < b and c > d 21:03"},
		check:   func(s *scan, m *match) bool { return tagName(s.text[m.start:m.end]) == "" },
	},
	{
		id: "chat.quoted", kind: Channel, asks: true, reason: "the name of a group or a room",
		cues: wholeWords("group room channel chat space groupchat kanal gruppe grupo groupe canal sala grup gruppo groep rom rum thread topic huddle whatsapp telegram teams slack discord signal viber zulip mattermost"), after: true,
		pattern: `(?:[ ](?:name|title|topic))?[ ](?:is |was |to |called |named |namens |nommé |llamado |chamado |heißt |hieß )?["'“«„]([^"'”»“\n]{2,40})["'”»“]`,
		check:   func(s *scan, m *match) bool { return hasLetter(s.text[m.start:m.end]) },
		finds:   []string{"in whatsapp group \"⟦POS fire brigade⟧\" who", "Gruppe „⟦Nachtschicht Nord⟧“ war", "changed the chat name to \"⟦cena de gala⟧\""},
		leaves:  []string{"consumer group pacing", "chat \"\n", "room 4"},
	},
	{
		id: "chat.called", kind: Channel, asks: true, reason: "the name of a group or a room",
		cues:    []string{"kanal ", "canal ", "channel "},
		pattern: `(?:Teams|Slack|Mattermost|Zulip|Discord|Matrix|WhatsApp|Telegram|Signal),? (?i:kanal|canal|channel) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)`,
		check: func(s *scan, m *match) bool {
			w, _, _ := strings.Cut(s.low[m.start:m.end], " ")
			return !littleWords[w] && w != "for"
		},
		finds:  []string{"Kopie aus Teams, Kanal ⟦Störung Versand⟧, Montag"},
		leaves: []string{"Teams, Kanal war", "a Slack channel For"},
	},
	{
		id: "chat.bare-nick", kind: Handle, asks: true, reason: "perhaps a nick in a chat log",
		needs: "<>", passage: true, pattern: `(?m)^[ \t>]*<[@+%&~ ]?([\p{L}_][\w.|\[\]-]{1,30})>[ \t]+[^\s<]`,
		finds:  []string{"<⟦me_hs⟧> 3 of 3 running"},
		leaves: []string{"<br> x", "a <b> c", "<div>x", "<price> <x>"},
		check:  func(s *scan, m *match) bool { return tagName(s.text[m.start:m.end]) == "" && s.after(m.start-1) != '/' },
	},
}

var broadcast = wordSet(`here channel everyone all group team oncall on-call devs support room latest next main master beta daily hourly
	weekly monthly yearly annually reboot midnight dependabot renovate github-actions bot todo fixme`)

// decorators are modules whose decorators are written with a dot.
var decorators = wordSet("pytest app router api functools contextlib dataclasses click typer celery task shared task nest unittest mock patch hypothesis abc attr attrs torch tf jax numba property staticmethod blueprint bp server client sio socketio strawberry admin receiver")

// annotations are words after an @ in code.
var annotations = wordSet(`override test beforeeach aftereach before after beforeall afterall autowired bean component controller
	restcontroller service repository entity table column id transactional deprecated nullable nonnull notnull suppresswarnings
	functionalinterface inject singleton provides module getter setter data builder slf4j value configuration
	springbootapplication requestmapping getmapping postmapping putmapping deletemapping pathvariable requestbody requestparam
	jsonproperty jsonignore scheduled async cacheable retryable kafkalistener eventlistener mock mockbean injectmocks extendwith
	parameterizedtest valuesource displayname disabled ignore timeout before_action property staticmethod classmethod dataclass
	abstractmethod cached_property contextmanager wraps lru_cache cache pytest app.route app.get app.post app.task shared_task
	task retry media import charset font-face keyframes supports layer page namespace include mixin extend use forward apply
	tailwind screen container param params return returns throws throw see since author version deprecated link code type
	typedef typeparam template example default private public protected internal readonly function class interface enum file
	fileoverview brief note todo todo: ts-ignore ts-expect-error ts-nocheck jsx jsximportsource vitest-environment
	jest-environment synthesize selector objc main mainactor state binding observedobject stateobject published environment
	escaping available discardableresult objcmembers frozen inlinable viewbuilder propertywrapper injectable input output
	viewchild hostlistener ngmodule pipe directive hilt composable preview route get post put delete head options patch
	api body query path header field expect actual jvmstatic jvmoverloads throws: rest ctx self this end begin interface
	protocol implementation rem echo off usage`)

var publicScopes = wordSet(`babel types angular vue react-native nestjs aws-sdk azure google-cloud graphql-tools apollo emotion mui
	material-ui reduxjs tanstack testing-library typescript-eslint rollup vitejs sveltejs sentry opentelemetry prisma storybook
	playwright octokit actions jest webpack swc esbuild parcel remix-run nuxt fortawesome headlessui heroicons radix-ui chakra-ui
	ant-design mantine hapi fastify grpc protobufjs smithy smui popperjs floating-ui codemirror lezer tiptap node-rs napi-rs npmcli
	sinonjs istanbuljs jridgewell nodelib pkgjs isaacs xstate ngrx nrwl nx ionic capacitor expo electron tauri-apps wailsapp
	docusaurus mdx-js next vercel supabase firebase stripe datadog elastic newrelic hashicorp cdktf pulumi kubernetes
	kubernetes-client confluentinc bufbuild trpc dnd-kit visx turf deck.gl loaders.gl mapbox tailwindcss`)

// handle decides about a name after an @.
func handle(s *scan, m *match) bool {
	for m.end > m.start && strings.IndexByte(".-", s.text[m.end-1]) >= 0 {
		m.end--
	}
	at := m.start - 1
	if c := s.before(at); isWordByte(c) || strings.IndexByte("/.@\\|=-+", c) >= 0 && !(c == '/' && s.partAt(at) == prose) {
		return false
	}
	name := s.low[m.start:m.end]
	if len(name) < 2 || broadcast[name] || publicScopes[name] {
		return false
	}
	if c := s.after(m.end); c == '/' && isWordByte(s.after(m.end+1)) || c == '(' || c == '{' {
		return false // a scope of packages, a decorator
	}
	if head, tail, dotted := strings.Cut(name, "."); dotted && (annotations[head] || decorators[head] || lexicon.Product(head) && lexicon.Word(tail) && len(tail) > 3 && !lexicon.Given(head)) {
		return false // @pytest.fixture
	}
	if annotations[name] || annotations[strings.TrimSuffix(name, "s")] {
		return false
	}
	if s.partAt(at) == code {
		// In code a name after an @ at the beginning of a line is a decorator, unless somebody speaks.
		rest := s.lineAfter(m.end, 40)
		if s.startsLine(at) && (rest == "" || strings.HasPrefix(rest, ".") || s.text[m.start] >= 'A' && s.text[m.start] <= 'Z' && codeFollows(rest)) {
			return false
		}
	} else if codeFollows(s.lineAfter(m.end, 40)) {
		return false
	}
	// The mark goes with the name.
	m.same = "handle:" + name
	m.start = at
	return true
}

// codeFollows says whether text begins with a word that follows an annotation.
func codeFollows(rest string) bool {
	w, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	switch w {
	case "public", "private", "protected", "static", "final", "abstract", "void", "class", "interface", "def", "async", "fun", "func", "val", "var", "export":
		return true
	}
	return false
}

var preprocessor = wordSet(`include define undef if ifdef ifndef elif else endif error warning pragma line region endregion import using nullable
	todo fixme note eof end shellcheck noqa nosec permitrootlogin`)

var topic = newPattern(`^ > [\p{L}\p{N}][\p{L}\p{N}_-]*`)

// channel decides about a name after a #.
func channel(s *scan, m *match) bool {
	at := m.start - 1
	c := s.before(at)
	if isWordByte(c) || strings.IndexByte("#&/{[!.+=\\", c) >= 0 || (c == '"' || c == '\'') && s.before(at-1) == '=' {
		return false
	}
	name := s.low[m.start:m.end]
	for strings.HasSuffix(name, "-") {
		name = name[:len(name)-1]
		m.end--
	}
	if len(name) < 2 || !hasLetter(name) || preprocessor[name] && !strings.Contains(s.lineBefore(at, 30), " in ") {
		return false
	}
	if (len(name) == 3 || len(name) == 4 || len(name) == 6 || len(name) == 8) && strings.Trim(name, "0123456789abcdef") == "" {
		if hasDigit(name) || strings.Trim(name, name[:1]) == "" || strings.Contains(s.lineBefore(at, 40), "colo") {
			return false
		}
		if !strings.HasSuffix(strings.TrimRight(s.lineBefore(at, 12), " "), "in") {
			m.certain = false
		}
	}
	if s.partAt(at) == code && s.startsLine(at) && !strings.ContainsAny(name, "-_") {
		return false // a comment
	}
	m.same = "channel:" + name
	m.start = at
	// #channel > topic
	if k := topic.FindString(s.text[m.end:min(len(s.text), m.end+48)]); k != "" && s.partAt(at) == prose {
		m.end += len(k)
	}
	return true
}
