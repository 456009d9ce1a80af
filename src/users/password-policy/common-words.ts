/**
 * What people build passwords of, in lower case: the most common passwords, names, teams, months, words of love and of
 * the keyboard, in English and in Spanish. With their variations (capitals, digits for letters, years and numbers
 * around them, two or three in a row) they stand for millions of passwords.
 */
const WORDS = `
password passwort passw0rd contraseña contrasena contrasenia clave clavesecreta secreto secret secreta letmein welcome
bienvenido bienvenida access acceso login logon signin entrar entrada admin administrator administrador administradora
root superuser sysadmin system sistema master maestro user usuario guest invitado demo test testing tester prueba
pruebas changeme change cambiame cambiar default temporal temporary temp example ejemplo sample nothing nada private
privado public publico security seguridad secure seguro safe open abrete sesamo sesame trustno one trust nobody hello
hola helloworld hellothere world mundo goodbye adios computer computador computadora ordenador laptop internet network
server servidor database datos oracle mysql postgres postgresql redis docker kubernetes github gitlab linux ubuntu
windows microsoft office apple iphone android samsung google facebook instagram twitter youtube whatsapp gmail hotmail
yahoo outlook amazon netflix spotify playstation nintendo xbox pokemon minecraft fortnite roblox counterstrike
warcraft worldofwarcraft starwars starcraft finalfantasy needforspeed grandtheftauto callofduty leagueoflegends
matrix superman batman spiderman spider ironman wolverine avengers hulk thor joker flash naruto goku vegeta dragonball
dragon dragones tigger tiger tigre lion leon monkey mono panther pantera wolf lobo eagle aguila falcon halcon bear oso
shark delfin dolphin butterfly mariposa puppy perrito perro dog gato gatito cat kitty hellokitty horse caballo pony
bunny conejo chicken pollo duck pato fish turtle tortuga snoopy garfield mickey minnie donald pluto disney barbie
princess princesa prince principe queen reina king rey angel angelito angelita diablo devil demon god dios jesus
jesuschrist jesucristo christ cristo maria virgen blessed bendecido faith heaven cielo infierno hell
love amor amorcito iloveyou ilovegod ilovejesus ilovemyself iloveme lovely loveme lover loveyou teamo tequiero teextraño
miamor mivida mi vida micorazon corazon heart sweetheart sweet sweety honey baby babygirl babyboy babe bebe beautiful
hermosa hermoso preciosa linda guapa bonita flower flores rosa rose tulip margarita sunflower girasol sunshine sunlight
sun sol moon luna star stars estrella estrellas sky rainbow arcoiris summer verano winter invierno spring primavera
autumn otoño forever siempre always siemprejuntos together juntos familia family mifamilia mother mama madre father
papa padre daddy mommy hijo hija hermano hermana brother sister friend friends amigo amigos amiga amigas bestfriend
boyfriend girlfriend novio novia esposo esposa happy feliz felicidad smile sonrisa life vida liveitup bella bello
freedom libertad peace paz money dinero rich millionaire millonario dollar gold oro golden silver plata diamond
diamante platinum lucky suerte winner ganador champion campeon campeones number numero
football futbol futbolista soccer baseball beisbol basketball baloncesto hockey tennis tenis golf golfer boxing boxeo
running swimming skater snowboard surfing racing ferrari porsche mercedes corvette mustang camaro harley yamaha honda
toyota nissan chevrolet ford lamborghini barcelona realmadrid madrid atletico valencia sevilla manchester
manchesterunited united liverpool chelsea arsenal juventus milan inter bayern boca bocajuniors riverplate river
colocolo universidad lau universidaddechile catolica americadecali millonarios nacional santafe peñarol alianza
messi ronaldo cristiano neymar maradona zidane pele beckham yankees lakers cowboys steelers redsox packers eagles
patriots broncos raiders giants chicago bulls jordan lebron kobe michael
michaeljackson metallica nirvana slipknot ironmaiden blinkers blink beatles thebeatles rollingstones pinkfloyd
ledzeppelin greenday linkinpark eminem tupac rihanna beyonce shakira justin bieber justinbieber onedirection
jonasbrothers hannahmontana selena music musica guitar guitarra rocknroll rockstar rock metal punk reggaeton salsa
bachata hiphop rapper drummer piano singer dancer dance bailar
alexander alejandro alejandra andrea andrew anthony antonio ashley benjamin brandon camila carlos carolina catalina
charlie christian christopher claudia cristian cristina daniel daniela danielle david diego eduardo elizabeth emily
esteban fernando fernanda felipe francisco francisca gabriel gabriela george gonzalo gustavo hannah harley hector
ignacio isabel isabella jackson jasmine javier jennifer jessica jonathan jorge jose joseph josefina joshua juan juana
julian juliana karen karina katherine kimberly laura lauren leonardo lorena luis luisa manuel manuela marcela marcos
mario mariana martin martina matias matthew mauricio maximiliano melissa michelle miguel monica natalia nathan nicholas
nicolas nicole pablo pamela paola patricia patricio paula pedro rafael raquel ricardo robert roberto rodrigo samantha
samuel santiago sandra sebastian sergio sofia stephanie steven susana teresa thomas tomas valentina valeria vanessa
veronica victor victoria victory william ximena yolanda
gonzalez rodriguez gomez fernandez lopez diaz martinez perez garcia sanchez romero sosa torres alvarez ruiz ramirez
flores benitez acosta medina herrera aguirre gimenez gutierrez rojas molina castro silva nunez muñoz sepulveda
johnson williams jones brown davis miller wilson anderson taylor
chile santiagodechile argentina buenosaires peru bolivia uruguay paraguay colombia bogota medellin venezuela caracas
ecuador quito mexico mexicano guatemala honduras panama costarica cuba habana puertorico dominicana españa espana
spain brasil brazil america american usa england london paris france francia italia italy alemania germany berlin
rusia china japan japon tokyo newyork california texas florida canada australia europa africa
january february march april may june july august september october november december enero febrero marzo abril mayo
junio julio agosto septiembre setiembre octubre noviembre diciembre
monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo
red rojo blue azul green verde yellow amarillo black negro white blanco orange naranja purple morado pink rosado
brown cafe gray chocolate cookie cookies cheese queso pizza banana apples manzana cherry cereza strawberry fresa
pineapple coffee beer cerveza vodka whiskey tequila pepsi cocacola coca cola candy caramelo sugar azucar
one two three four five six seven eight nine ten uno dos tres cuatro cinco seis siete ocho nueve diez
fuck fuckyou fucker fuckoff fuckme motherfucker shit bullshit asshole bitch pussy dick sex sexy sexo porn porno
naked horny puta puto mierda pendejo cabron hijodeputa culo verga maricon gay lesbian marihuana marijuana weed
cannabis killer asesino death muerte zombie vampire vampiro ghost fantasma shadow sombra darkness oscuridad dark
warrior guerrero hunter cazador ranger soldier soldado army marine marines navy police policia pirate pirata ninja
samurai phoenix fenix genesis infinity infinito legend leyenda power poder thunder trueno storm tormenta fire fuego
water agua earth tierra ocean oceano beach playa mountain montaña forest bosque nature naturaleza
student estudiante teacher profesor profesora doctor doctora nurse enfermera lawyer abogado engineer ingeniero
ingeniera manager gerente boss jefe company empresa business negocio work trabajo school escuela colegio college
library biblioteca hospital banco bank home casa house car auto truck moto bicicleta camion
document documento documents documentos passport pasaporte cedula identidad identity ficha residencia scan scanner
gateway iris apigateway microservice image processor classifier embeddings extractor
leavemealone whatever whatsup unbelievable incorrect professional supernatural scandinavian sonyericsson blackberry
motorola nokia panasonic toshiba lenovo information informatica informacion education communication technology
tecnologia development production produccion staging desarrollo developer programador correcthorsebatterystaple
correct battery staple iamthebest imthebest thebest best number1 ohyeah yeah please porfavor thankyou gracias
nevermind nothing letitbe letsgo hakunamatata abracadabra supercalifragilistic opensesame
`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/)
    .filter((word) => word.length >= 3)
    .map((word) => word.normalize('NFC')),
);

export const LONGEST_WORD = Math.max(...Array.from(COMMON_WORDS, ({ length }) => length));
