package redact

// themes are what machines, clusters and projects are named after the world over: animals, plants, stones, stars, gods,
// rivers, instruments, things of a kitchen. Such a word, without an article, on which something runs, is a name.
var themes = wordSet(`
	aardvark albatross alligator alpaca anaconda anchovy ant anteater antelope armadillo auk axolotl badger barnacle barracuda bat beaver bee beetle bison bluebird boa boar bobcat buffalo bull bulldog bullfinch bumblebee bunting
	butterfly buzzard camel canary capybara caribou carp cassowary caterpillar catfish centipede chaffinch chameleon cheetah chickadee chinchilla chipmunk cicada clam cobra cockatoo cod condor coral cormorant cougar coyote crab
	crane crayfish cricket crocodile crow cuckoo curlew dingo dodo dolphin donkey dormouse dove dragonfly duck eagle earwig eel egret eland elephant elk emu ermine falcon ferret finch firefly flamingo flounder fox frog gannet
	gazelle gecko gerbil gibbon giraffe gnat gnu goat goldfinch goose gopher gorilla goshawk grasshopper grebe greyhound grouse grouper gull guppy haddock halibut hamster hare harrier hawk hedgehog heron herring hippo hornet
	hummingbird hyena ibex ibis iguana impala jackal jackdaw jaguar jay jellyfish kakapo kangaroo kea kestrel kingfisher kite kiwi koala koi komodo kookaburra kudu ladybird ladybug lamprey lapwing lark lemming lemur leopard
	limpet linnet lion lizard llama lobster locust loon lynx macaw mackerel magpie mallard mamba manatee mandrill manta mantis marlin marmoset marmot marten mastiff meerkat merganser merlin minnow mockingbird mole mongoose
	moose moth mouse mule mullet muskrat narwhal newt nightingale numbat nuthatch ocelot octopus okapi opossum orangutan orca oriole oryx osprey ostrich otter owl oyster panda pangolin panther parakeet parrot partridge peacock
	peccary pelican penguin perch peregrine petrel pheasant pigeon pika pike piranha platypus plover polecat porcupine porpoise possum prawn ptarmigan puffin puma python quail quetzal quokka rabbit raccoon ram raven redwing
	reindeer rhino roadrunner robin rook rooster salamander salmon sandpiper sardine scallop scarab scorpion seahorse seal shark shrew shrike shrimp skink skunk skylark sloth slug snail snipe sparrow spider spoonbill squid
	squirrel stag starfish starling stingray stoat stork sturgeon swallow swan swift tamarin tapir tarantula tarpon tarsier teal tern terrapin thrush tiger toad tortoise toucan trout tuna turbot turtle viper vole vulture wallaby
	walrus warbler warthog wasp weasel weevil whale whippet wildcat wolf wolverine wombat woodpecker woodcock wren yak zebra
	acacia alder almond aloe apple apricot ash aspen aster avocado azalea bamboo banyan baobab barley basil bay beech begonia birch blackberry blackthorn bluebell blueberry bramble briar buttercup cactus camellia camomile carob
	cassava cedar celery cherry chestnut chicory chive cinnamon citrus clementine clover coriander cork cornflower cotton cowslip crocus cumin cypress daffodil dahlia daisy dandelion dill dogwood ebony elder elderberry elm
	eucalyptus fennel fern fig fir foxglove freesia fuchsia gardenia geranium ginger ginkgo gooseberry gorse grapefruit guava hawthorn hazel hazelnut heather hemlock hibiscus hickory holly honeysuckle hornbeam hyacinth hydrangea
	ivy jacaranda jasmine juniper kale kumquat larch laurel lavender lemon lentil lichen lilac lily lime linden lotus lupin magnolia mahogany mandarin mango mangrove maple marigold marjoram medlar melon mimosa mint mistletoe
	moss mulberry mustard myrtle narcissus nasturtium nectarine nettle nutmeg oak oleander olive onion orange orchard orchid oregano pansy papaya paprika parsley peach peanut pear pecan peony pepper periwinkle persimmon petunia
	pine pineapple pistachio plum pomegranate poplar poppy primrose pumpkin quince radish raspberry redwood rhubarb rose rosemary rowan rye saffron sage sequoia sesame snowdrop sorrel spruce starfruit strawberry sumac sunflower
	sycamore tamarind tamarisk tangerine tarragon teak thistle thyme tomato tulip turnip vanilla verbena vetch vine violet walnut wasabi willow wisteria yarrow yew yucca
	agate alabaster amber amethyst anthracite aquamarine basalt beryl carnelian chalcedony chalk citrine cobalt copper corundum diamond dolomite emerald feldspar flint garnet gneiss granite graphite gypsum hematite jade jasper
	lapis limestone malachite marble mica moonstone obsidian olivine onyx opal peridot pewter platinum porphyry pumice pyrite quartz rhodium ruby sandstone sapphire schist shale slate soapstone sunstone talc tanzanite titanium
	topaz tourmaline travertine tungsten turquoise zircon
	argon boron bromine cadmium caesium carbon cerium chlorine chromium gallium germanium helium hydrogen indium iodine iridium krypton lithium magnesium manganese mercury neon nickel niobium nitrogen osmium oxygen palladium
	polonium potassium radium radon selenium silicon sodium strontium sulfur tantalum thallium thorium uranium vanadium xenon yttrium zinc zirconium
	achilles aegir ajax andromeda anubis aphrodite apollo ares argus ariadne artemis athena atlas aurora bacchus baldur bastet brahma calypso cassandra castor centaur cerberus charon chronos circe cronos cyclops daedalus demeter
	dionysus eos eros europa fenrir freya freyja frigg gaia ganesh griffin hades hector heimdall hekate helios hera hercules hermes horus hydra hyperion icarus indra iris isis janus juno jupiter kali krishna kraken ladon lakshmi
	leda loki luna mars medea medusa mimir minerva minotaur mjolnir morpheus narcissus nemesis neptune nike njord odin odysseus oedipus olympus orion orpheus osiris pallas pan pandora pegasus persephone perseus phoenix pluto
	pollux poseidon prometheus proteus psyche ragnarok rhea saturn selene seth shiva sisyphus skadi sphinx styx surtur tartarus tethys themis theseus thor titan triton troll tyr ulysses unicorn uranus urania valhalla vesta
	vishnu vulcan yggdrasil zephyr zeus dryad naiad nymph satyr siren gorgon chimera basilisk banshee goblin gnome elf dwarf ogre djinn golem gargoyle dragon wyvern
	aldebaran algol altair antares arcturus bellatrix betelgeuse callisto canopus capella cassini ceres comet cosmos deimos deneb dione draco eclipse enceladus eris fomalhaut galaxy ganymede galileo halley hubble io kepler lyra
	mimas mira miranda mizar moon nebula nova oberon phobos pleiades polaris procyon pulsar quasar rigel sedna sirius spica starlight supernova titania umbriel vega venus voyager cassiopeia cygnus gemini pisces scorpio
	taurus virgo libra sagittarius aquarius capricorn
	anvil anchor arrow atrium aviary axe bakery bamboo barn basket bassoon beacon bellows bellfry birdcage bobbin bonfire boomerang breadbox bridle broom bucket buoy cairn candle canoe caravan caravel carousel castle cauldron
	cello chalice chandelier chariot chimney chisel citadel clarinet clipper cobbler colander compass conch corkscrew cradle crucible dagger dinghy dulcimer easel fiddle flask flute foghorn fjord forge galleon gazebo glacier
	gondola gong granary harmonica harp harpsichord hatchet haystack hearth hive hourglass igloo inkwell jukebox junk kayak kettle kiln ladle lagoon lantern larder lighthouse loom lute mandolin maypole metronome mill millstone
	monolith mortar oasis oboe orchestra paddle pagoda palette pantry parasol pebble pendulum pergola pestle piccolo pickaxe pitchfork planetarium plough prism quarry quill quiver rudder sabre saddle samovar sawmill scabbard
	schooner scythe sextant sickle skillet sleigh sloop spatula spindle spinet starboard sundial tambourine teapot telescope thimble timpani toboggan torch totem trellis trident trombone trumpet tuba ukulele viola wagon
	weathervane wheelbarrow whistle windmill xylophone yurt zither
	avalanche blizzard breeze chinook cyclone drizzle foehn gale hailstone hurricane icicle mistral monsoon sirocco sleet snowdrift snowflake squall tempest thunder tornado tramontane tsunami twister typhoon whirlwind
	ale amaretto bagel baguette baklava biscuit borscht bourbon brandy brie brioche brownie burrito calzone camembert caramel caviar cheddar chianti chocolate chorizo churro cider clafoutis cobbler cocoa cognac crouton crumpet
	cupcake custard dim-sum dumpling eclair espresso falafel feta focaccia fondue fudge gelato ghee gin gnocchi gorgonzola gouda granola grappa gruyere gyoza halloumi halva hummus kebab kimchi lasagna latte liquorice macaron
	macaroni madeira marmalade marshmallow marzipan masala mead meringue mocha mojito mozzarella muffin naan noodle nougat omelette paella pancake panini paneer parmesan pasta pastrami pesto pickle pierogi pita pizza polenta
	pretzel pudding quiche ramen ravioli ricotta risotto roquefort sake samosa sashimi schnapps scone sherry soba sorbet souffle strudel stilton sushi taco tapas tempura tequila tiramisu toffee tofu tortilla truffle udon vodka
	waffle whisky wonton dosa idli chai lassi pakora roti biryani jollof fufu injera arepa ceviche empanada tamale mole pozole
	bree lorien rohirrim isildur thorin balin dwalin tirith erebor beorn treebeard turing boole babbage knuth hamming gauss euler fourier laplace lagrange riemann hilbert cantor fermat bernoulli maxwell
	faraday volta ampere hertz joule kelvin celsius watt dirac pauli heisenberg feynman einstein bose raman mendel pasteur linnaeus humboldt magellan columbus amundsen shackleton
	aragorn arwen bilbo boromir elrond eowyn faramir frodo galadriel gandalf gimli gollum gondor isengard legolas mordor moria nazgul pippin rivendell rohan samwise saruman sauron shire smaug dumbledore hagrid hermione hogwarts
	ron snape voldemort anakin chewbacca endor hoth jabba kenobi leia naboo padme tatooine vader yoda spock picard kirk enterprise defiant bart homer marge moe asterix obelix tintin snowy gizmo gonzo kermit fozzie mario luigi
	yoshi zelda kirby totoro chihiro nausicaa
	bach beethoven brahms chopin debussy dvorak grieg haydn liszt mahler mozart puccini ravel rossini satie schubert sibelius verdi vivaldi wagner aristotle plato socrates seneca kant hegel nietzsche spinoza descartes pascal
	leibniz copernicus tycho newton darwin curie tesla edison planck fermi bohr hawking noether lovelace hopper
	amazon danube ebro elbe euphrates ganges indus loire mekong mosel nile oder orinoco rhine rhone seine tagus thames tiber tigris vistula volga zambezi everest kilimanjaro matterhorn vesuvius etna fuji aconcagua denali annapurna
	polka tango salsa rumba samba waltz foxtrot mambo bolero flamenco mazurka bossa calico chiffon corduroy damask denim gingham linen muslin paisley satin tartan tweed velvet velour
	adler ameise amsel biber biene birke buche dachs delfin distel dohle drossel eiche eichhorn elch elster erle esel esche eule falke fasan fichte fink flieder forelle frosch fuchs gams ginster habicht hase hecht hering hirsch
	holunder hornisse hummel igel iltis kiefer kiebitz kolibri kondor krake kranich kuckuck lachs lerche libelle linde luchs marder maulwurf meise milan möwe murmel murmeltier nachtigall otter papagei pappel pinguin qualle rabe
	reiher rotkehlchen schnecke schwalbe seehund sperber specht spatz steinbock storch tanne uhu ulme wacholder waldkauz weide wespe wiesel wildkatze zander zaunkönig zeder kobold nixe rübezahl
	abeille aigle alouette belette biche blaireau bouleau cerf chouette cigale cigogne colibri corbeau coquelicot écureuil épervier érable faucon fauvette frelon goéland grillon guêpe hérisson héron hibou hirondelle huppe
	libellule lièvre loriot loup loutre marmotte martinet merle mésange moineau mouette papillon perdrix pie pinson renard rossignol sanglier sauterelle tourterelle vipère
	abeja abejorro aguila águila alce alondra ardilla avispa ballena búho caballito caracol cigüeña ciervo cóndor cuervo delfín erizo flamenco foca gacela garza gavilán gaviota golondrina gorrión grillo halcón hormiga jabalí
	jilguero lagarto lechuza liebre lince lobo luciérnaga mariposa marmota mirlo murciélago nutria oso pájaro paloma pantera pato pelícano petirrojo pingüino puma ratón ruiseñor salamandra sapo tejón tiburón tortuga tucán
	urraca venado zorro
	abelha andorinha arara baleia beija-flor besouro boto caranguejo coruja cotia cutia formiga gaivota garça gavião gralha jabuti jacaré jaguatirica lontra lobo mariposa mico onça papagaio pardal peixe periquito pica-pau
	pintassilgo preguiça quati sabiá saúva saíra tamanduá tanajura tatu tucano tuiuiú urubu vaga-lume ipê jatobá jequitibá mandacaru
	allodola aquila balena cervo cicala cigno civetta cobra colomba corvo delfino falco farfalla fenicottero formica gabbiano gatto gazza gufo lepre libellula lucciola lupo merlo orso passero pavone pettirosso riccio rondine
	scoiattolo tartaruga usignolo volpe
	bocian borsuk borsuk bóbr dzięcioł gołąb jaskółka jastrząb jeleń jeż kos kruk kuna lis łabędź łoś niedźwiedź orzeł pszczoła puchacz ryś sikorka słowik sokół sowa szpak wilk wróbel wydra żaba żbik żubr
	bäver björn ekorre falk fjäril grävling gädda hjort humla igelkott järv kråka lodjur lom mård pilgrimsfalk räv skata sparv svala svan trana tärna uggla utter varg älg ørn hval laks ravn rev ulv bjørn hegre lundi krummi
	ahma ahven hauki hirvi ilves joutsen jänis karhu kettu kotka kuikka kurki lohi mäyrä norppa näätä orava peura pöllö saukko susi varis västäräkki
	araña dana dolfijn eend egel ekster haas havik ijsvogel kikker kraai kwikstaart leeuwerik lepelaar meeuw mees merel mus ooievaar otter reiger roodborst specht spreeuw uil valk vink vos wezel zwaan zwaluw
	aslan ayı baykuş boğa ceylan doğan geyik kartal kaplan karga kelebek kırlangıç kurt leylek martı pars sincap şahin tilki turna yunus
	akuma akita gozu hayabusa hikari karasu kitsune koi kuma kujaku momiji neko ookami ryu sakura sasuke shika suzume taka tanuki tora tsubaki tsubame tsuru ume umi usagi washi yamabiko
	hornbill garuda elang merak rajawali banteng komodo harimau kancil macan buaya cendrawasih beo jalak kakaktua simba tembo twiga duma chui kifaru nyati fisi mamba ngiri nyoka pundamilia
	jezevec srnka liška vlk medvěd sova sokol orel jelen zajíc ježek vydra bobr havran čáp kavka rys kuna kamzík datel strakapoud káně jestřáb rorýs vlaštovka smrk borovice jedle buk dub javor lípa modřín
	farkas medve sas sólyom bagoly róka szarvas nyúl hód vidra gólya holló tölgy bükk fenyő vuk jazavac orao soko lisica srna jelen zec hrast bukva javor smreka lup urs vulpe șoim vultur bufniță căprioară stejar brad fag
	кедр сосна берёза береза дуб клён клен рябина ольха ель липа тополь ясень волк медведь лиса заяц сокол беркут орёл орел сова филин рысь бобр выдра барсук соболь журавль лебедь чайка ворон сорока воробей ласточка стриж
	вовк ведмідь лисиця сокіл яструб лелека
	mayur hans koel chakor bulbul garud sher cheetah hathi gaj nag nandi airavat vajra surya chandra agni vayu varuna`)
