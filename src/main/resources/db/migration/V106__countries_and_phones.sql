-- The countries of the world by their codes and by their names in fifty languages, as shq.country_key folds them. Source: the names of the
-- Unicode CLDR that the JDK carries, ISO 3166, and spellings that files have.
CREATE TABLE shq.country_name (
    name TEXT PRIMARY KEY,
    code TEXT NOT NULL CHECK (code ~ '^[A-Z]{2}$')
);

INSERT INTO shq.country_name (name, code)
SELECT n.name, c.code
FROM (VALUES
    ('AD', 'ad and andora andorra andorre ανδορα андора андорра אנדורה اندورا آندورا أندورا एंडोरा อันดอร์รา 안도라 アンドラ 安道尔 安道爾'),
    ('AE', 'abudhabi ae apvienotiearabuemirati araabiauhendemiraadid arabiaremirerribatuak arabiemiirikunnat are
        birlesikarapemirlikleri cactieuvuongquocarapthongnhat deforenedearabiskeemirater deforentearabiskeemirater dubai
        egyesultarabemirsegek emiradosarabesunidos emiratelearabeunite emirates emiratetebashkuaraarabe emiratiarabiuniti
        emiratosarabesunidos emiratsarabesunis emiratsarabsunits emiriaharabbersatu forenadearabemiraten jungtiniaiarabuemyratai
        sameinuðuarabiskufurstadæmin spojenearabskeemiraty theunitedarabemirates uae ujedinjeniarapskiemirati uniemiratarab
        unitedarabemirates vereinigtearabischeemirate verenigdearabieseemirate verenigdearabischeemiraten zdruzeniarabskiemirati
        zjednoczoneemiratyarabskie ηνωμενααραβικαεμιρατα оаэ обединениарабскиемирства объединенныеарабскиеэмираты
        обєднаніарабськіемірати уједињениарапскиемирати איחודהאמירויותהערביות الإماراتالعربيةالمتحدة اماراتمتحدهٔعربی
        संयुक्तअरबअमीरात สหรัฐอาหรับเอมิเรตส์ 아랍에미리트 アラブ首長国連邦 阿拉伯联合酋长国 阿拉伯聯合大公國 阿拉伯聯合酋長國'),
    ('AF', 'af afeganistao afg afganistan afganistana afganistanas afganisztan afghanistan avganistan αφγανισταν авганистан афганистан
        афганістан אפגניסטן افغانستان أفغانستان अफ़गानिस्तान อัฟกานิสถาน 아프가니스탄 アフガニスタン 阿富汗'),
    ('AG', 'ag antiguaabarbuda antiguaandbarbuda antiguabarbuda antiguadanbarbuda antiguaebarbuda antiguaenbarbuda antiguaesbarbuda
        antiguaetabarbuda antiguaetbarbuda antiguaibarbuda antiguajabarbuda antiguaochbarbuda antiguaogbarbuda antiguasibarbuda
        antiguaundbarbuda antiguavabarbuda antiguavebarbuda antiguaybarbuda antigvaibarbuda antigvainbarbuda antigvairbarbuda
        antigvaogbarbuda antigvaunbarbuda atg αντιγκουακαιμπαρμπουντα антигваибарбуда антигуаибарбуда антигуаібарбуда אנטיגואהוברבודה
        انتیگواوباربودا آنتیگواوباربودا أنتيغواوبربودا एंटिगुआऔरबरबुडा แอนติกาและบาร์บูดา 앤티가바부다 アンティグアバーブーダ 安地卡及巴布達
        安提瓜和巴布达 安提瓜和巴布達'),
    ('AI', 'ai aia aingira angilija angilja anguila anguile anguilla angvila angvilla ανγκουιλα ангвила ангилья ангуила ангілья
        אנגווילה آنگویلا أنغويلا एंग्विला แองกวิลลา 앵귈라 アンギラ 安圭拉 安奎拉'),
    ('AL', 'al alb albaania albania albanie albanien albanija albansko arnavutluk shqiperi αλβανια албания албанија албанія אלבניה
        البانیا آلبانی ألبانيا अल्बानिया แอลเบเนีย 알바니아 アルバニア 阿尔巴尼亚 阿爾巴尼亞'),
    ('AM', 'am arm armeenia armeni armenia armenie armenien armenija armensko ermenistan jermenija ormenyorszag αρμενια армения
        вірменія јерменија ארמניה ارمنستان أرمينيا आर्मेनिया อาร์เมเนีย 아르메니아 アルメニア 亚美尼亚 亞美尼亞'),
    ('AO', 'ago angola angole ao αγκολα ангола אנגולה انگولا آنگولا أنغولا अंगोला แองโกลา 앙골라 アンゴラ 安哥拉'),
    ('AQ', 'antarctica antarctique antarktida antarktik antarktika antarktike antarktis antarktisz antarktyda antartida antartide
        antartika aq ata namcuc suðurskautslandið ανταρκτικη антарктида антарктик антарктика אנטארקטיקה انترکتیکا أنتاركتيكا جنوبگان
        अंटार्कटिका แอนตาร์กติกา 남극대륙 南极洲 南極 南極洲'),
    ('AR', 'ar arg argentiina argentina argentine argentinie argentinien argentyna argjentine arjantin arxentina αργεντινη аргентина
        аржентина ארגנטינה ارجنتاین الأرجنتين آرژانتین अर्जेंटीना อาร์เจนตินา 아르헨티나 アルゼンチン 阿根廷'),
    ('AS', 'ameerikasamoa americansamoa americkasamoa amerikaansesamoa amerikaanssamoa amerikaiszamoa amerikanischsamoa amerikansamoa
        amerikansamoası amerikanskasamoa amerikansksamoa amerikossamoa ameriskasamoa as asm asvsamoa bandariskasamoa samoaamericaines
        samoaamericana samoaamericane samoaamerika samoaamerikane samoaamerykanskie samoaestatubatuarra samoathuocmy αμερικανικησαμοα
        американскасамоа американскоесамоа американськесамоа америчкасамоа סמואההאמריקנית سامواالأمريكية ساموآیامریکا अमेरिकीसमोआ
        อเมริกันซามัว 아메리칸사모아 米領サモア 美属萨摩亚 美屬薩摩亞'),
    ('AT', 'at austri austria austrija austurriki ausztria aut autriche avstrija avusturya itavalta oostenrijk oostenryk osterreich
        osterrike rakousko rakusko østerrike østrig αυστρια австрия австрія аустрија אוסטריה اتریش النمسا ऑस्ट्रिया ออสเตรีย
        오스트리아 オーストリア 奥地利 奧地利'),
    ('AU', 'astralia au aus austraalia australi australia australie australien australija ausztralia avstralija avustralya αυστραλια
        австралия австралія аустралија אוסטרליה استرالیا أستراليا ऑस्ट्रेलिया ออสเตรเลีย 오스트레일리아 オーストラリア 澳大利亚 澳洲'),
    ('AW', 'abw aruba arube aw αρουμπα аруба ארובה آروبا أروبا अरूबा อารูบา 아루바 アルバ 荷屬阿魯巴 阿魯巴 阿鲁巴'),
    ('AX', 'ahvenamaa ahvenanmaa ala aland alanda alandadaları alandeilande alandinseln alandislands alandseyjar alandskiotoci
        alandskiotoki alandszigetek alandusalos alandy ax ilesaland ilesdaland ilhasaland illasaland illesaland insulelealand
        ishujtalande islasaland isolealand kepulauanaland olandessalas olandskaostrva quanđaoaland wyspyalandzkie νησοιολαντ
        аландскиеова аландськіострови оландскаострва оландскиострови אייאולנד جزایرآلاند جزرآلاند एलैंडद्वीपसमूह หมู่เกาะโอลันด์
        올란드제도 オーランド諸島 奥兰群岛 奧蘭群島'),
    ('AZ', 'acerbaixan aserbaidschan aserbaidsjan aserbaidzaan aserbajdsjan az aze azerbaidjan azerbaidzan azerbaidzana azerbaidzanas
        azerbaigian azerbaijan azerbaijao azerbaiyan azerbajdzan azerbajdzjan azerbajdzsan azerbajxhan azerbaycan azerbeidjan
        azerbeidzjan azerbejdzan αζερμπαιτζαν азербаиджан азербејџан אזרבייג׳ן أذربيجان جمهوریآذربایجان अज़रबैजान อาเซอร์ไบจาน
        아제르바이잔 アゼルバイジャン 亞塞拜然 亞塞拜疆 阿塞拜疆'),
    ('BA', 'ba bih bosnaahercegovina bosnahersek bosnaihercegovina bosnainhercegovina bosnia bosniaandherzegovina bosniadanherzegovina
        bosniaederzegovina bosniaehercegovina bosniaeherzegovina bosniahercegovina bosniaherzegovina bosniaihercegovina
        bosniaihercegowina bosniajahertsegoviina bosniajahertsegovina bosniaoghersegovina bosniasihertegovina bosniavaherzegovina
        bosniayherzegovina bosnieenherzegovina bosnieenherzegowina bosnieherzegovine bosnienhercegovina bosnienochhercegovina
        bosnienundherzegowina bosnijairhercegovina bosnijaunhercegovina bosnjehercegovine boszniahercegovina βοσνιαερζεγοβινη
        боснаихерцеговина боснияигерцеговина босніяігерцеговина בוסניהוהרצגובינה البوسنةوالهرسك بوسنیاوهرزه‌گوینا بوسنیوهرزگوین
        बोस्नियाऔरहर्ज़ेगोविना บอสเนียและเฮอร์เซโกวีนา 보스니아헤르체고비나 ボスニアヘルツェゴビナ 波士尼亞與赫塞哥維納 波斯尼亚和黑塞哥维那 波斯尼亞和黑塞哥維那'),
    ('BB', 'barbade barbados barbadosa barbadosas bb brb μπαρμπειντος барбадос ברבדוס باربادوس بربادوس बारबाडोस บาร์เบโดส 바베이도스
        バルバドス 巴巴多斯 巴貝多'),
    ('BD', 'bangladeche banglades bangladesa bangladesas bangladesch bangladesh bangladesj bangladess bangladesz bd bgd μπανγκλαντες
        бангладеш בנגלדש بنغلاديش بنگلادش بنگله‌دیش बांग्लादेश บังกลาเทศ 방글라데시 バングラデシュ 孟加拉 孟加拉国'),
    ('BE', 'be bel belcika belgia belgica belgicko belgie belgien belgija belgika belgio belgique belgium belgjike belxica βελγιο
        белгия белгија бельгия бельгія בלגיה بلجيكا بلجیم بلژیک बेल्जियम เบลเยียม 벨기에 ベルギー 比利时 比利時'),
    ('BF', 'bf bfa burkinafasas burkinafaso burquinafaso μπουρκιναφασο буркинафасо буркінафасо בורקינהפאסו بوركينافاسو بورکینافاسو
        बुर्किनाफ़ासो บูร์กินาฟาโซ 부르키나파소 ブルキナファソ 布吉納法索 布基納法索 布基纳法索'),
    ('BG', 'bg bgr bolgarija bugarska bulgaaria bulgaria bulgarie bulgarien bulgarija bulgarije bulgaristan bulgarye bulharsko
        bullgari bułgaria βουλγαρια болгария болгарія бугарска българия בולגריה بلغارستان بلغاريا بلغاریا बुल्गारिया บัลแกเรีย
        불가리아 ブルガリア 保加利亚 保加利亞'),
    ('BH', 'bahrain bahrajn bahrein bahreina bahreinas bahrejn bahreyn barein barem bh bhr μπαχρειν бахреин בחריין البحرين بحرین बहरीन
        บาห์เรน 바레인 バーレーン 巴林'),
    ('BI', 'bdi bi burundi burundija burundis μπουρουντι бурунди бурунді בורונדי بوروندي بوروندی बुरुंडी บุรุนดี 부룬디 ブルンジ 布隆迪
        蒲隆地'),
    ('BJ', 'ben benim benin benina beninas bj μπενιν бенин бенін בנין بنين بنین बेनिन เบนิน 베냉 ベナン 貝南 貝寧 贝宁'),
    ('BL', 'bl blm saintbarthelemy sanbartolome sanktibartolomeusareyjar saobartolomeu senbartelemi senbartelmi sintbarthelemy
        stbarthelemy stbarts svatybartolomej svetibartolomej αγιοςβαρθολομαιος светибартоломеј сенбартелеми сенбартелемі סנטברתולומיאו
        سانبارتليمي سنبارتلمی सेंटबार्थेलेमी เซนต์บาร์เธเลมี 생바르텔레미 サンバルテルミー 圣巴泰勒米 聖巴泰勒米 聖巴瑟米'),
    ('BM', 'bermuda bermudaeyjar bermudas bermude bermudes bermudi bermudusalas bermudy bm bmu illasbermudas βερμουδες бермуди
        бермудскиеова бермудскиострови бермудськіострови ברמודה برمودا बरमूडा เบอร์มิวดา 버뮤다 バミューダ 百慕大 百慕達'),
    ('BN', 'bn brn broenei brunei bruneidarussalam brunej bruneja bruneji brunejus μπρουνει брунеи брунеидаруссалам брунеј брунеји
        ברוניי بروناي برونئی برونی ब्रूनेई บรูไน 브루나이 ブルネイ 文莱 汶萊'),
    ('BO', 'bo bol boliivia bolivi bolivia boliviaplurinationalstateof bolivie bolivien bolivija bolivya boliwia
        plurinationalstateofbolivia βολιβια боливия боливија болівія בוליביה بوليفيا بولیوی بولیویا बोलीविया โบลิเวีย 볼리비아 ボリビア
        玻利維亞 玻利维亚'),
    ('BQ', 'belandacaribbean belandakaribia bes bq caraibiolandesi caribbeannetherlands caribehalan caribeneerlandes
        caribischnederland caribneerlandes detidligerenederlandskeantiller hollandkaribterseg insulelecaraibeolandeze
        karaibetholandeze karayiphollandası karibahafshlutihollands karibekoherbehereak karibianalankomaat karibiesenederland
        karibischeniederlande karibiskanederlanderna karibisknederland karibskeholandsko karibskenizozemsko karibunyderlandai
        kariibimadalmaad karipskaholandija karipskiotocinizozemske niderlandeskaribusalas niderlandykaraibskie nizozemskikaribi
        paisesbaixoscaribenhos paysbascaribeens ολλανδιακαραιβικης бонэирсинтэстатиусисаба карибсканидерландия карибськінідерланди
        карипскахоландија האייםהקריבייםההולנדיים جزایرکارائیبهلند هولنداالكاريبية कैरिबियननीदरलैंड เนเธอร์แลนด์แคริบเบียน
        네덜란드령카리브 オランダ領カリブ 荷属加勒比区 荷蘭加勒比區'),
    ('BR', 'br bra brasiilia brasil brasile brasilia brasilie brasilien brazil brazilia brazilie brazilija brazylia bresil brezilya
        βραζιλια бразил бразилия бразилія ברזיל البرازيل برازیل برزیل ब्राज़ील บราซิล 브라질 ブラジル 巴西'),
    ('BS', 'baamas bahama bahamaeyjar bahamak bahamalar bahamas bahamasthe bahamaszigetek bahames bahami bahamos bahamusalas bahamy
        bhs bs thebahamas μπαχαμες багамськіострови багамы бахами бахамскиострови אייבהאמה باهاما بهاماس جزرالبهاما बहामास บาฮามาส
        바하마 バハマ 巴哈馬 巴哈马'),
    ('BT', 'bhoetan bhoutan bhutan bt btn butan butana butanas butao μπουταν бутан בהוטן بوتان भूटान ภูฏาน 부탄 ブータン 不丹'),
    ('BV', 'bouvetadası bouveteiland bouveteyja bouvetinsel bouvetisland bouvetnsaari bouveton bouvetovostrov bouvetovotok bouvetsaar
        bouvetsziget bouvetuhartea bouvetuvostrov bouvetøen bouvetøya buvesala bv bvt ilebouvet ilhabouvet illabouvet insulabouvet
        ishullibove islabouvet isolabouvet ostrvobuve otokbouvet pulaubouvet wyspabouveta đaobouvet νησοςμπουβε овбуве острвобуве
        островбуве острівбуве האיבובה جزيرةبوفيه جزیرهٔبووه बोवेतद्वीप เกาะบูเว 부베섬 ブーベ島 布威島 布韦岛 鮑威特島'),
    ('BW', 'bocvana botsuana botsvana botsvane botswana bw bwa μποτσουανα ботсвана боцвана בוטסואנה بوتسوانا बोत्स्वाना บอตสวานา
        보츠와나 ボツワナ 博茨瓦納 博茨瓦纳 波札那'),
    ('BY', 'baltarusija baltkrievija belarus belarusz belorusija belorusko białorus bielorrusia bielorrussia bielorusko bielorussia
        bielorussie bjellorusi bjelorusija blr by hvitarussland valgevene valkovenaja λευκορωσια беларус беларусь белорусија білорусь
        бјелорусија בלארוס بلاروس بيلاروس बेलारूस เบลารุส 벨라루스 ベラルーシ 白俄罗斯 白俄羅斯'),
    ('BZ', 'belice belis beliza belizas belize blz bz μπελιζ белиз белизе беліз בליז بليز بلیز बेलीज़ เบลีซ 벨리즈 ベリーズ 伯利兹 伯利茲 貝里斯'),
    ('CA', 'ca can canada kanada καναδας канада קנדה كندا کانادا कनाडा แคนาดา 캐나다 カナダ 加拿大'),
    ('CC', 'cc cck cocoseilanden cocoskeelingadaları cocoskeelingislands cocoskeelinguharteak cocosøerne ilescocos ilescocoskeeling
        ilhascocoskeeling ilhasdoscocoskeeling illascocoskeeling illescocoskeeling insulelecocoskeeling ishujtkokos islascocos
        isolecocoskeeling kepulauancocoskeeling kokoseilande kokoseyjarkeeling kokosinseln kokosoarna kokosovakilingostrva
        kokosovakilingovaostrva kokosoveostrovy kokosovikeelingoviotoci kokosoviotoki kokosukilingasalas kokosukilingosalos kokosøyene
        kokuszkeelingszigetek kookossaared kookossaaretkeelingsaaret quanđaococoskeeling wyspykokosowe νησοικοκοςκιλινγκ
        кокосовакилинговаострва кокосовакилингострва кокосовиостровиостровикиилинг кокосовыеова кокосовікілінгострови אייקוקוסקילינג
        جزایرکوکوس جزركوكوسكيلينغ कोकोसकीलिंगद्वीपसमूह หมู่เกาะโคโคสคีลิง 코코스제도 ココスキーリング諸島 科克斯基靈群島 科科斯基林群岛 科科斯基林群島'),
    ('CD', 'cd cod congodemocraticrepublicofthe congokinshasa democraticrepublicofcongo democraticrepublicofthecongo
        demokraticnarepublikakongo demokratieserepubliekvandiekongo demokratycznarepublikakonga drc drcongo kongaskinsasa kongodv
        kongokinsasa kongokinshasa kongokoerrepublikademokratikoa kongondemokraattinentasavalta konzskademokratickarepublika
        republicademocraticadelcongo republicademocraticadocongo zaire κονγκοκινσασα конгокиншаса конгокіншаса קונגוקינשאסה
        الكونغوكينشاسا کانگوکینشاسا کنگوکینشاسا कांगोकिंशासा คองโกกินชาซา 콩고킨샤사 コンゴ民主共和国キンシャサ 刚果金 剛果金夏沙'),
    ('CF', 'afrikaerdikoerrepublika caf centraalafrikaanserepubliek centralafricanrepublic centralafrikanskarepubliken
        centralafrikasrepublika centralnoafrickarepublika centrinesafrikosrespublika cf conghoatrungphi dencentralafrikanskerepublik
        densentralafrikanskerepublikk keskaafrikavabariik keskiafrikantasavalta kozepafrikaikoztarsasag miðafrikulyðveldið
        ortaafrikacumhuriyeti repubblicacentrafricana republicacentrafricana republicacentreafricana republicacentroafricana
        republikaeafrikesqendrore republikafrikatengah republikasrodkowoafrykanska republiquecentrafricaine
        sentraalafrikaanserepubliek srednjeafriskarepublika srednjoafrickarepublika stredoafrickarepublika zentralafrikanischerepublik
        κεντροαφρικανικηδημοκρατια централноафриканскарепублика централноафричкарепублика центральноафриканскаяреспублика
        центральноафриканськареспубліка הרפובליקההמרכזאפריקאית جمهوريةأفريقياالوسطى جمهوریافریقایمرکزی मध्यअफ़्रीकीगणराज्य
        สาธารณรัฐแอฟริกากลาง 중앙아프리카공화국 中央アフリカ共和国 中非共和国 中非共和國'),
    ('CG', 'cg cog congo congobrazzaville kongasbrazavilis kongobrazavil kongobrazavila kongobrazavile kongobrazzaville
        kongontasavalta kongovabariik konzskarepublika republicadelcongo republicadocongo republicofthecongo κονγκομπραζαβιλ конго
        конгобразавил конгобраззавиль конгобраззавіль קונגוברזאויל الكونغوبرازافيل کانگوبرازویل کنگوبرازویل कांगोब्राज़ाविल
        คองโกบราซซาวิล 콩고브라자빌 コンゴ共和国ブラザビル 刚果布 剛果布拉薩'),
    ('CH', 'ch che elvetia isvicre schweiz suica suissa suisse suitza suiza svajc svajcarska svajciarsko sveicarija sveice sveits
        sveitsi svica svicarska sviss svizzera svycarsko swiss switserland switzerland szwajcaria thuysi zvicer zwitserland ελβετια
        швајцарска швеицария швеицарія שווייץ سويسرا سوئیس سویس स्विट्ज़रलैंड สวิตเซอร์แลนด์ 스위스 スイス 瑞士'),
    ('CI', 'bolikosta ci civ costadavorio costademarfil costadomarfim cotedivoire cotedivoirecostadomarfim drambliokaulokrantas
        elefantcsontpart elevandiluurannik elfenbenskusten elfenbenskysten filabeinsstrondin ivoorkus ivoorkust ivorycoast kotdivuara
        norsunluurannikko obalabjelokosti obalaslonovacekotdivoar pobrezieslonoviny pobrezislonoviny slonokoscenaobala
        ακτηελεφαντοστου котдивоар котдивуар котдівуар обаласлоновачекотдивоар חוףהשנהב ساحلالعاج ساحلعاج कोतदिवुआर โกตดิวัวร์
        코트디부아르 コートジボワール 科特迪瓦 象牙海岸'),
    ('CK', 'ck cok cookadaları cookeilande cookeilanden cookinsaaret cookinseln cookisaared cookislands cookoarna cookoveostrovy
        cookoviotoci cookoviotoki cookovyostrovy cookseyjar cookszigetek cookuharteak cookøerne cookøyene ilescook ilhascook illascook
        illescook insulelecook ishujtkuk islascook isolecook kepulauancook kukasalas kukosalos kukovaostrva quanđaocook wyspycooka
        νησοικουκ куковаострва овакука островикук островикука אייקוק جزایرکوک جزركوك कुकद्वीपसमूह หมู่เกาะคุก 쿡제도 クック諸島 库克群岛 庫克群島'),
    ('CL', 'chile chili chl cile cl kili sile sili tsiili txile xile χιλη чиле чили чилі צ׳ילה تشيلي شیلی چلی चिली ชิลี 칠레 チリ 智利'),
    ('CM', 'camaroes cameroon cameroun camerun cm cmr kameroen kamerun kameruna kamerunas καμερουν камерун קמרון الكاميرون کامرون
        कैमरून แคเมอรูน 카메룬 カメルーン 喀麥隆 喀麦隆'),
    ('CN', 'china chinapeoplesrepublicof chine chiny chn cin cina cn hiina kiina kina kine kinija kitajska mainlandchina
        peoplesrepublicofchina prc prchina tiongkok trungquoc txina xina κινα кина китаи סין الصين چین चीन จีน 중국 中国 中國'),
    ('CO', 'co col colombia colombie columbia kolombia kolombiya kolonbia kolumbi kolumbia kolumbie kolumbien kolumbija κολομβια
        колумбия колумбија колумбія קולומביה كولومبيا کلمبیا کولمبیا कोलंबिया โคลอมเบีย 콜롬비아 コロンビア 哥伦比亚 哥倫比亞'),
    ('CR', 'costarica cr cri kostarika kostarike kostaryka κοσταρικα костарика קוסטהריקה كوستاريكا کاستاریکا کاستریکا कोस्टारिका
        คอสตาริกา 코스타리카 コスタリカ 哥斯大黎加 哥斯达黎加 哥斯達黎加'),
    ('CU', 'cu cub cuba kuba kube kuuba κουβα куба קובה كوبا کوبا کیوبا क्यूबा คิวบา 쿠바 キューバ 古巴'),
    ('CV', 'caboverde capeverde capoverde capulverde capverd capvert cpv cv grænhofðaeyjar kaapverde kaapverdie kaboverde kappverde
        kapverde kapverden kapverdy kepiigjelber republikazielonegoprzyladka roheneemesaared tanjungverde zaliasiskysulys
        zelenortskaostrva zelenortskarepublika zelenortskiotoki zoldfokikoztarsasag πρασινοακρωτηριο зеленортскаострва кабоверде
        כףורדה الرأسالأخضر کیپ‌ورد केपवर्ड เคปเวิร์ด 카보베르데 カーボベルデ 佛得角 維德角'),
    ('CW', 'curacao curacau curazao cuw cw kirasao kiurasao kurasao κουρασαο курасао кюрасао קוראסאו كوراساو کوراسائو कुरासाओ คูราเซา
        퀴라소 キュラソー 库拉索 庫拉索'),
    ('CX', 'bozicniotok bozicnoostrvo christmasadası christmaseiland christmasisland christmasuhartea christmasøya cx cxr ilechristmas
        ilhachristmas ilhadonatal illachristmas insulachristmas ishulliikrishtlindjes isladenavidad isolachristmas jolaey joulusaar
        joulusaari juleøen julon kaledusala karacsonysziget kerseiland pulaukrismas pulaunatal vanocniostrov vianocnyostrov
        weihnachtsinsel wyspabozegonarodzenia ziemsvetkusala đaogiangsinh νησοςτωνχριστουγεννων божићноострво оврождества
        островрождество острівріздва איחגהמולד جزيرةكريسماس جزیرهٔکریسمس क्रिसमसद्वीप เกาะคริสต์มาส 크리스마스섬 クリスマス島 圣诞岛 聖誕島'),
    ('CY', 'chipre chypre cipar ciper cipro cipru ciprus cy cyp cypern cypr cyprus kipar kipra kipras kupros kypr kypros kypur kıbrıs
        qipro sip siprus xipre zipre zypern κυπρος кипар кипр кипър кіпр קפריסין قبرس قبرص साइप्रस ไซปรัส 키프로스 キプロス 塞浦路斯 賽普勒斯'),
    ('CZ', 'cechia cehia cehija ceki cekija ceko cekya ceska ceskarepublika cesko chequia csehorszag cz cze czechia czechrepublic
        czechy sec tchequia tchequie tekkland theczechrepublic tjeckien tjekkiet tschechien tsehhi tsekki tsjechie tsjeggie tsjekkia
        txekia txequia τσεχια чехия чехія чешка чешкарепублика צ׳כיה التشيك چک चेकिया เช็ก 체코 チェコ 捷克'),
    ('DE', 'alemana alemanha alemania alemanya allemagne almanya brd bundesrepublikdeutschland de deu deutschland duitsland
        federalrepublicofgermany germania germany gjermani jerman nemacka nemcija nemecko nemetorszag niemcy njemacka saksa saksamaa
        tyskland vacija vokietija þyskaland đuc γερμανια германия немачка німеччина њемачка גרמניה آلمان ألمانيا जर्मनी เยอรมนี
        독일 ドイツ 德国 德國'),
    ('DJ', 'cibuti dj dji djiboeti djibouti djibuti dschibuti dzibuti dzibutija dzibutis dzibutsko dzsibuti gibuti jibuti xhibuti
        yibuti τζιμπουτι джибути джибуті џибути ג׳יבוטי جيبوتي جیبوتی जिबूती จิบูตี 지부티 ジブチ 吉布地 吉布提'),
    ('DK', 'danemarca danemark dania danija danimarca danimarka danimarke danmark danmork danska dansko denemarke denemarken denmark
        dinamarca dk dnk taani tanska đanmach δανια дания данска данія דנמרק الدانمرك دانمارک دنمارک डेनमार्क เดนมาร์ก 덴마크 デンマーク
        丹麥 丹麦'),
    ('DM', 'dm dma dominica dominika dominike dominique ντομινικα доминика домініка דומיניקה دومينيكا دومینیکا डोमिनिका โดมินิกา
        도미니카 ドミニカ国 多米尼克'),
    ('DO', 'conghoadominica dendominikanskerepublik dendominikanskerepublikk do dom dominicaanserepubliek dominicanrepublic
        dominikaaninentasavalta dominikaanivabariik dominikaanserepubliek dominikaikoztarsasag dominikana dominikanischerepublik
        dominikanskarepublika dominikanskarepubliken dominikarerrepublika dominikcumhuriyeti dominikosrespublika dominiskalyðveldið
        repubblicadominicana republicadominicana republikadominikane republikdominica republikdominika republiquedominicaine
        thedominicanrepublic δομινικανηδημοκρατια доминиканскарепублика доминиканскаяреспублика домініканськареспубліка
        הרפובליקההדומיניקנית جمهوريةالدومينيكان جمهوریدومینیکن डोमिनिकनगणराज्य สาธารณรัฐโดมินิกัน 도미니카공화국 ドミニカ共和国 多明尼加共和國
        多米尼加共和国 多米尼加共和國'),
    ('DZ', 'algeria algerie algerien algeriet algerije algieria algjeri aljazair aljeria alsir alxeria alzeeria alzir alzirija
        alzirsko alzyras argelia cezayir dz dza αλγερια алжир אלג׳יריה الجزائر الجزایر अल्जीरिया แอลจีเรีย 알제리 アルジェリア 阿尔及利亚
        阿爾及利亞'),
    ('EC', 'ec ecu ecuador ekuador ekvador ekvadora ekvadoras ekwador equador equateur ισημερινος еквадор эквадор אקוודור الإكوادور
        اکوادور इक्वाडोर เอกวาดอร์ 에콰도르 エクアドル 厄瓜多 厄瓜多尔 厄瓜多爾'),
    ('EE', 'ee eesti eistland est estija estland estoni estonia estonie estonija estonsko estonya esztorszag igaunija viro εσθονια
        естония естонија естонія эстония אסטוניה استونی استونیا إستونيا एस्टोनिया เอสโตเนีย 에스토니아 エストニア 愛沙尼亞 爱沙尼亚'),
    ('EG', 'agypten aicap eg egipat egipt egiptas egipte egipto egiptus egito egitto egjipt egy egyiptom egypt egyptaland egypte
        egypten egypti exipto mesir mısır αιγυπτος египат египет єгипет מצרים مصر मिस्र อียิปต์ 이집트 エジプト 埃及'),
    ('EH', 'batısahra eh esh laanesahara lansisahara mendebaldekosahara nyugatszahara rietumsahara saaraocidental saharabarat
        saharajaperendimore saharaoccidental saharaoccidentala saharaoccidentale saharazachodnia saraocidental taysahara vakarusachara
        vastsahara vestsahara vestursahara wessahara westelijkesahara westernsahara westsahara zahodnasahara zapadnasahara
        zapadnisahara δυτικησαχαρα западнасахара западнаясахара західнасахара סהרההמערבית الصحراءالغربية صحرایغربی पश्चिमीसहारा
        ซาฮาราตะวันตก 서사하라 西サハラ 西撒哈拉'),
    ('ER', 'er eri eritre eritrea eritreea eritreia eritreja erythree erytrea ερυθραια еритрея еритреја эритрея אריתריאה اریتره
        اریتریا إريتريا इरिट्रिया เอริเทรีย 에리트리아 エリトリア 厄利垂亞 厄立特里亚 厄立特里亞'),
    ('ES', 'es esp espagne espainia espana espanha espanja espanya hispaania hiszpania ispanija ispanya sepanyol spagna spain
        spanelsko spania spanielsko spanien spanija spanje spanjolska spann spanyol spanyolorszag taybannha ισπανια испания шпанија
        іспанія ספרד اسپانیا إسبانيا هسپانیه स्पेन สเปน 스페인 スペイン 西班牙'),
    ('ET', 'athiopien et eth ethiopia ethiopie etioopia etiopi etiopia etiopie etiopien etiopija etiyopya eþiopia αιθιοπια етиопия
        етиопија ефіопія эфиопия אתיופיה اتیوپی إثيوبيا ایتوپیا इथियोपिया เอธิโอเปีย 에티오피아 エチオピア 埃塞俄比亚 埃塞俄比亞 衣索比亞'),
    ('FI', 'fi fin finland finlanda finlande finlandia finlandiya finnland finnorszag finska finsko phanlan somija soome suomi suomija
        φινλανδια финландия финляндия финска фінляндія פינלנד فنلاند فنلند فنلندا फ़िनलैंड ฟินแลนด์ 핀란드 フィンランド 芬兰 芬蘭'),
    ('FJ', 'fidji fidjieyjar fidschi fidzi fidzis fidzsi figi fiji fixhi fixi fiyi fj fji φιτζι фиджи фиџи фіджі פיג׳י فيجي فیجی फ़िजी
        ฟิจิ 피지 フィジー 斐济 斐濟'),
    ('FK', 'falklandadaları falklandak falklandeilande falklandeilanden falklandinsaaret falklandinseln falklandisaared
        falklandislands falklandislandsmalvinas falklands falklandseyjar falklandskeostrovy falklandskiotoci falklandskiotoki
        falklandsoarna falklandszigetek falklandsøerne falklandsøyene falklandy fk flk foklandskaostrva folklandosalos folklendasalas
        ilesmalouines ilhasfalkland ilhasmalvinas illasmalvinas illesfalkland insulelefalkland ishujtfalkland islasmalvinas
        isolefalkland kepulauanfalkland quanđaofalkland νησοιφοκλαντ фокландскаострва фолкландскиострови фолклендскиеова
        фолклендськіострови אייפוקלנד جزایرفالکلند جزرفوكلاند फ़ॉकलैंडद्वीपसमूह หมู่เกาะฟอล์กแลนด์ 포클랜드제도 フォークランド諸島 福克兰群岛
        福克蘭群島'),
    ('FM', 'federatedstatesofmicronesia fm fsm micronesia micronesiafederatedstatesof micronesie micronezia mikroneesia mikronesia
        mikronesiaføderasjonen mikronesie mikronesien mikronezi mikronezia mikronezija mikronezja mikronezya μικρονησια микронезия
        микронезија мікронезія федеративныештатымикронезии מיקרונזיה ميكرونيزيا میکرونزی میکرونزیا माइक्रोनेशिया ไมโครนีเซีย
        미크로네시아 ミクロネシア連邦 密克罗尼西亚 密克羅尼西亞'),
    ('FO', 'faarisaared faeroer faerskeostrovy farerusalos faroarna faroeadaları faroeislands faroer faroereilande faroeuharteak
        farsaaret farskaostrva feroerszigetek ferskiotoki ferusalas fo fro færeyjar færøerne færøyene ilesferoe ilhasfaroe illasferoe
        illesferoe insuleleferoe ishujtfaroe islasferoe isolefærøer kepulauanfaroe ovcjiotoci quanđaofaroe wyspyowcze νησοιφεροες
        фарерскиеова фарерськіострови фарскаострва фарьорскиострови אייפארו جزایرفارو جزرفارو फ़ेरोद्वीपसमूह หมู่เกาะแฟโร 페로제도
        フェロー諸島 法罗群岛 法羅群島'),
    ('FR', 'fr fra frakkland franca france francia franciaorszag francie francija francja francuska francuzsko frankreich frankrig
        frankrijk frankrike frankryk fransa franta frantzia perancis phap prancis prancuzija prantsusmaa ranska γαλλια франция
        француска франція צרפת فرانسه فرنسا फ़्रांस ฝรั่งเศส 프랑스 フランス 法国 法國'),
    ('GA', 'ga gab gabao gaboen gabon gabona gabonas gabun γκαμπον габон גבון الغابون گابن गैबॉन กาบอง 가봉 ガボン 加彭 加蓬'),
    ('GB', 'angleterre apvienotakaraliste birlesikkrallık bretland britain egyesultkiralysag engeland england erresumabatua gb gbr
        granbretana greatbritain grossbritanien grossbritannien inggrisraya inghilterra isobritannia jungtinekaralyste
        mbreteriaebashkuar northernireland regatulunit regneunit regnounito reinounido royaumeuni scotland spojenekralovstvi
        spojenekralovstvo storbritannia storbritannien theunitedkingdom uhendkuningriik ujedinjenokraljevstvo uk unitedkingdom
        unitedkingdomofgreatbritainandnorthernireland vereinigteskonigreich verenigdekoninkryk verenigdkoninkrijk vuongquocanh wales
        wielkabrytania zdruzenokraljestvo ηνωμενοβασιλειο великабританія великобритания обединенотокралство уједињенокраљевство
        בריטניה المملكةالمتحدة بریتانیا यूनाइटेडकिंगडम สหราชอาณาจักร 영국 イギリス 英国 英國'),
    ('GD', 'gd granada granade grd grenada grenade γρεναδα гренада גרנדה غرينادا گرنادا گرینادا ग्रेनाडा เกรเนดา 그레나다 グレナダ 格林納達
        格林纳达 格瑞那達'),
    ('GE', 'ge geo georgia georgie georgien gjeorgji gruusia gruzia gruzie gruzija gruzinsko gruzja gurcistan xeorxia γεωργια грузия
        грузија грузія גאורגיה جورجيا گرجستان जॉर्जिया จอร์เจีย 조지아 ジョージア 喬治亞 格魯吉亞 格鲁吉亚'),
    ('GF', 'franciaguyana francijasgviana francoskagvajana francouzskaguyana francuskagijana francuskagvajana francuzskaguyana
        fransguyana franskaguyana franskagvæjana franskguyana fransızguyanası franzosischguayana frenchguiana gf guaianafrancesa
        guajanafranceze guayanafrancesa guf guianafrancesa guianaperancis guianathuocphap gujanafrancuska guyanafrancese
        guyanafranceza guyanafrantsesa guyanaprancis guyanefrancaise prancuzijosgviana prantsuseguajaana ranskanguayana γαλλικηγουιανα
        французскаягвиана французькагвіана францускагвајана френскагвиана גיאנההצרפתית غوياناالفرنسية گویانفرانسه फ़्रेंचगुयाना
        เฟรนช์เกียนา 프랑스령기아나 仏領ギアナ 法属圭亚那 法屬圭亞那'),
    ('GG', 'gernsej gernsija gernsis gernzi gg ggy guernesey guernsey γκερνζι гернзи гернси гернсі гърнзи גרנזי غيرنزي گرنزی गर्नसी
        เกิร์นซีย์ 건지 ガーンジー 根息 根西岛'),
    ('GH', 'gana gane gh gha ghana γκανα гана גאנה غانا غنا گانا घाना กานา 가나 ガーナ 加納 加纳 迦納'),
    ('GI', 'cebelitarık gi gib gibilterra gibraltar gibraltaras gibraltars gjibraltar xibraltar γιβραλταρ гибралтар гібралтар גיברלטר
        جبلطارق جبل‌الطارق जिब्राल्टर ยิบรอลตาร์ 지브롤터 ジブラルタル 直布罗陀 直布羅陀'),
    ('GL', 'gl greenland grenland grenlande grenlandia grenlandija grl groenland groenlanda groenlandia gronelandia gronland gronlanti
        gronsko groonimaa grænland grønland γροιλανδια гренланд гренландия гренландія גרינלנד غرينلاند گرینلند ग्रीनलैंड กรีนแลนด์
        그린란드 グリーンランド 格陵兰 格陵蘭'),
    ('GM', 'gambi gambia gambiathe gambie gambija gambiya gm gmb thegambia γκαμπια гамбия гамбија гамбія גמביה غامبيا گامبیا गाम्बिया
        แกมเบีย 감비아 ガンビア 冈比亚 岡比亞 甘比亞'),
    ('GN', 'gin gine ginea gn guine guinea guinee guineea gvineja gwinea γουινεα гвинея гвинеја гвінея גינאה غينيا گینه گینیا गिनी
        กินี 기니 ギニア 几内亚 幾內亞'),
    ('GP', 'glp gp guadalupa guadalupe guadeloupe guadelupa guadelupe gvadelup gvadelupa gvadelupeyjar gwadelupa γουαδελουπη гваделуп
        гваделупа גוואדלופ غوادلوب گوادلوپ ग्वाडेलूप กวาเดอลูป 과들루프 グアドループ 瓜地洛普 瓜德罗普'),
    ('GQ', 'aquatorialguinea egyenlitoiguinea ekuatoreginea ekvatorginesi ekvatoriaalguinea ekvatorialagvineja ekvatorialguinea
        ekvatorialnagvineja ekvatorijalnagvineja ekvatorskagvineja ekwatoriaalguinee equatoriaalguinea equatorialguinea gnq gq
        guineaecuatorial guineaekuatorial guineaequatorial guineaequatoriale guineakhatulistiwa guineaxichđao guineeaecuatoriala
        guineeequatoriale guineequatorial guinejaekuatoriale gwinearownikowa miðbaugsginea paivantasaajanguinea pusiaujogvineja
        rovnikovaguinea ækvatorialguinea ισημερινηγουινεα екваториалнагвинея екваторијалнагвинеја екваторіальнагвінея
        экваториальнаягвинея גינאההמשוונית غينياالاستوائية گینهٔاستوایی گینیااستوایی इक्वेटोरियलगिनी อิเควทอเรียลกินี 적도기니
        赤道ギニア 赤道几内亚 赤道幾內亞'),
    ('GR', 'gorogorszag gr graikija grc grcija grcka grece grecia grecja grecko greece grekland greqi grezia griechenland griekeland
        griekenland griekija grikkland grækenland hellas hellenicrepublic hylap kreeka kreikka recko yunani yunanistan ελλαδα греция
        греція грчка гърция יוון اليونان یونان यूनान กรีซ 그리스 ギリシャ 希腊 希臘'),
    ('GS', 'deligeorgiaesdelisandwichszigetek dienviddzordzijaundienvidsendvicusalas etelageorgiajaetelaisetsandwichinsaaret
        georgiadelsudesandwichaustrali georgiadesudsiinsulelesandwichdesud georgiapołudniowaisandwichpołudniowy
        georgiaselatankepsandwichselatan georgiedusudetlesilessandwichdusud gs guneygeorgiaveguneysandwichadaları
        hegoaldekogeorgiaetahegoaldekosandwichuharteak ilesgeorgiedusudetsandwichdusud ilhasgeorgiadosulesandwichdosul
        illasxeorxiadosuresandwichdosur illesgeorgiadelsudisandwichdelsud islasgeorgiadelsurysandwichdelsur
        jiznigeorgieajiznisandwichovyostrovy juznadzordzijaijuznasendvickaostrva juznageorgiaajuznesandwichoveostrovy
        juznageorgiainjuznisandwicheviotoki juznageorgiaiotocijuznisandwich kepulauangeorgiaselatansandwichselatan
        lounageorgiajalounasandwichisaared namgeorgiaquanđaonamsandwich pietudzordzijairpietusandvicosalos sgs
        southgeorgiaandsouthsandwichislands southgeorgiaogdesydligesandwichøer southgeorgiasouthsandwichislands
        sudgeorgienunddiesudlichensandwichinseln suidgeorgieendiesuidelikesandwicheilande suðurgeorgiaogsuðursandvikureyjar
        sydgeorgienochsydsandwichoarna sørgeorgiaogsørsandwichøyene xhorxhajugoredheishujtsenduicetejugut
        zuidgeorgiaenzuidelijkesandwicheilanden νησοινοτιαγεωργιακαινοτιεςσαντουιτς південнаджорджіятапівденнісандвічевіострови
        южнаджорджияиюжнисандвичевиострови южнаягеоргияиюжныесандвичевыова јужнаџорџијаијужнасендвичкаострва
        ג׳ורג׳יההדרומיתואייסנדוויץ׳הדרומיים جورجياالجنوبيةوجزرساندويتشالجنوبية جورجیایجنوبیوجزایرساندویچجنوبی
        दक्षिणजॉर्जियाऔरदक्षिणसैंडविचद्वीपसमूह เกาะเซาท์จอร์เจียและหมู่เกาะเซาท์แซนด์วิช 사우스조지아사우스샌드위치제도
        サウスジョージアサウスサンドウィッチ諸島 南乔治亚和南桑威奇群岛 南佐治亞島與南桑威奇群島 南喬治亞與南三明治群島'),
    ('GT', 'gt gtm guatemala guatemale gvatemala gwatemala γουατεμαλα гватемала גואטמלה غواتيمالا گواتمالا گواتیمالا ग्वाटेमाला
        กัวเตมาลา 과테말라 グアテマラ 危地馬拉 危地马拉 瓜地馬拉'),
    ('GU', 'gu guam guama guamas guame gum gvam γκουαμ гвам гуам גואם غوام گوام गुआम กวม 괌 グアム 关岛 關島'),
    ('GW', 'bisaugvineja bissauguinea gineabissa gineabissau ginebissau gnb guineabisau guineabissau guinebisau guinebissau
        guineeabissau guineebissau gvinejabisao gvinejabisau gvinejabisava gvinejabissau gw gwineabissau γουινεαμπισαου гвинеябисау
        гвинејабисао гвінеябісау גינאהביסאו غينيابيساو گینهٔبیسائو گینیابیسائو गिनीबिसाउ กินีบิสเซา 기니비사우 ギニアビサウ 几内亚比绍 幾內亞比索
        幾內亞比紹'),
    ('GY', 'gajana guajane guiana gujana guy guyana gvajana gvæjana gy γουιανα гаиана гаяна гвајана גיאנה غيانا گویان گیانا गुयाना
        กายอานา 가이아나 ガイアナ 圭亚那 圭亞那 蓋亞那'),
    ('HK', 'chinahongkong cinhongkongoib hk hkg hongkong hongkongdaktiongkok hongkongierihalduspiirkond
        hongkongkiinanerityishallintoalue hongkongkkt hongkongoaociny hongkongraedachina hongkongraexina hongkongsaokine hongkongsar
        hongkongsarchina hongkongsarkina hongkongsarvanchina hongkongsaschina hongkongtxinakoaeb hongkongzaociny
        kinasipasasparvaldesapgabalshonkonga posebnoupravnoobmocjeljudskerepublikekitajskehongkong puphongkongkina raedehongkongchina
        raschinoisedehongkong rasdihongkong rashongkongchina rpaihongkongut sarhongkong sarhongkongkina serstjornarsvæðiðhongkong
        sonderverwaltungsregionhongkong srahongkongchiny ypatingasisadministraciniskinijosregionashonkongas
        đackhuhanhchinhhongkongtrungquoc χονγκκονγκεδπκινας гонконгоаркитаю гонконгсар сархонгконг сархонгконгкина хонгконгсаокине
        хонконгсарнакитаи הונגקונגאזורמנהלימיוחדשלסין هانگکانگ،ناحیهٔویژهٔحکومتیچین هنگ‌کنگ،منطقهٔویژهٔاداریچین
        هونغكونغالصينيةمنطقةإداريةخاصة हाँगकाँगचीनविशेषप्रशासनिकक्षेत्र เขตปกครองพิเศษฮ่องกงแห่งสาธารณรัฐประชาชนจีน
        홍콩중국특별행정구 中国香港特别行政区 中國香港特別行政區 中華人民共和国香港特別行政区'),
    ('HM', 'heardadasıvemcdonaldadaları heardandmcdonaldislands heardeilandenmcdonaldeilande heardenmcdonaldeilanden
        heardetamcdonalduharteak heardijamcdonaldisaared heardislandogmcdonaldislands heardjamcdonaldinsaaret heardmcdonaldislands
        heardogmcdonaldseyjar heardogmcdonaldøyene heardonochmcdonaldoarna heardovostrovamacdonaldoveostrovy
        heardovotokinmcdonaldoviotoki heardszigetesmcdonaldszigetek heardundmcdonaldinseln hearduvostrovamcdonaldovyostrovy
        herdasalaunmakdonaldasalas herdoirmakdonaldosalos hm hmd ilesheardetmacdonald ilesheardetmcdonald ilhasheardemcdonald
        illaheardeillasmcdonald illesheardimcdonald insulaheardsiinsulelemcdonald ishujtherdemekdonald islasheardymcdonald
        isoleheardemcdonald kepulauanheardmcdonald ostrvoherdimekdonaldovaostrva ostrvoherdiostrvamakdonald otociheardimcdonald
        pulauhearddankepulauanmcdonald quanđaoheardvamcdonald wyspyheardimcdonalda νησοιχερντκαιμακντοναλντ овахердимакдональд
        острвохердимекдоналдоваострва острвохердиострвамакдоналд островигердімакдоналд островихърдимакдоналд אייהרדומקדונלד
        جزيرةهيردوجزرماكدونالد هردوجزایرمک‌دونالد हर्डद्वीपऔरमैकडोनॉल्डद्वीपसमूह เกาะเฮิร์ดและหมู่เกาะแมกดอนัลด์ 허드맥도널드제도
        ハード島マクドナルド諸島 赫德岛和麦克唐纳群岛 赫德島及麥唐納群島'),
    ('HN', 'hn hnd honduras hondurasa hondures ονδουρα гондурас хондурас הונדורס هاندوراس هندوراس होंडूरास ฮอนดูรัส 온두라스 ホンジュラス
        宏都拉斯 洪都拉斯'),
    ('HR', 'chorvatsko chorwacja croacia croatia croatie croazia horvaatia horvatija horvatorszag hr hrv hrvaska hrvatska hırvatistan
        kroaci kroasia kroasie kroatia kroatie kroatien kroatija kroazia κροατια хорватия хорватія хрватска хърватия קרואטיה كرواتيا
        کرواسی کروشیا क्रोएशिया โครเอเชีย 크로아티아 クロアチア 克罗地亚 克羅地亞 克羅埃西亞'),
    ('HT', 'haiti haitis ht hti αιτη гаити гаіті хаити האיטי هايتي هائیتی هایتی हैती เฮติ 아이티 ハイチ 海地'),
    ('HU', 'hongarije hongarye hongria hongrie hu hun hungari hungaria hungary hungria macaristan madarsko madzarska magyarorszag
        mađarska ungari ungaria ungarija ungarn ungern ungheria ungverjaland unkari vengrija wegry ουγγαρια венгрия мађарска угорщина
        унгария הונגריה مجارستان هنغاريا हंगरी ฮังการี 헝가리 ハンガリー 匈牙利'),
    ('ID', 'endonezya id idn indoneesia indonesia indonesie indonesien indonezi indonezia indonezija indonezja ινδονησια индонезия
        индонезија індонезія אינדונזיה اندونزی اندونیزیا إندونيسيا इंडोनेशिया อินโดนีเซีย 인도네시아 インドネシア 印尼 印度尼西亚'),
    ('IE', 'airija eire ie ierland iirimaa ireland irija irl irland irlanda irlande irlandia irlanti irorszag irska irsko
        republicofireland ιρλανδια ирландия ирска ірландія אירלנד آیرلند أيرلندا ایرلند आयरलैंड ไอร์แลนด์ 아일랜드 アイルランド 愛爾蘭 爱尔兰'),
    ('IL', 'iisrael il isr israel israele israil izrael izraela izraelis ισραηλ израел израиль ізраіль ישראל اسرائیل إسرائيل
        इज़राइल อิสราเอล 이스라엘 イスラエル 以色列'),
    ('IM', 'eilandman iledeman ilhademan illademan im imn insulaman ishulliimanit islademan isleofman isoladiman man manadası manisaar
        mansaari mansziget manuhartea menassala menosala mon ostrovman ostrvoman otokman pulauman wyspaman đaoman νησοςτουμαν овмэн
        острвоман островман острівмен האימאן جزيرةمان جزیرهٔمن आइलऑफ़मैन เกาะแมน 맨섬 マン島 曼島 馬恩島 马恩岛'),
    ('IN', 'anđo bharat hindistan hindustan in ind inde indi india indie indien indija indland intia republicofindia ινδια индия
        индија індія הודו الهند هند भारत อินเดีย 인도 インド 印度'),
    ('IO', 'breskuindlandshafseyjar britanskateritorijaindijskogokeana britanskiindijskooceanskiteritorij
        britanskoozemljevindijskemoceanu britanyahintokyanusutoprakları britiindiaookeaniala britindiaioceaniterulet
        britischesterritoriumimindischenozean britishindianoceanterritory britsindieseoseaangebied britsindischeoceaanterritorium
        britskeindickooceanskeuzemi britskeindickooceanskeuzemie brittilainenintianvaltamerenalue brittiskaterritorietiindiskaoceanen
        brytyjskieterytoriumoceanuindyjskiego detbritisketerritorietiindiahavet detbritisketerritoriumidetindiskeocean
        indiakoozeanokolurraldebritainiarra indijasokeanabrituteritorija indijosvandenynobritusritis io iot lanhthoanđoduongthuocanh
        teritoriulbritanicdinoceanulindian territoirebritanniquedeloceanindien territoribritanicdeloceaindic
        territoribritanikioqeanitindian territoriobritanicodeloceanoindico territoriobritanicodooceanoindico
        territoriobritannicodelloceanoindiano wilayahinggrisdisamudrahindia wilayahlautanhindibritish βρετανικαεδαφηινδικουωκεανου
        британскатериториявиндиискияокеан британскатериторијаиндијскогокеана британскаятерриториявиндиискомокеане
        британськатериторіявіндіиськомуокеані הטריטוריההבריטיתבאוקיינוסההודי الإقليمالبريطانيفيالمحيطالهندي قلمروبریتانیادراقیانوسهند
        ब्रिटिशहिंदमहासागरीयक्षेत्र บริติชอินเดียนโอเชียนเทร์ริทอรี 영국령인도양지역 英属印度洋领地 英屬印度洋領地 英領インド洋地域'),
    ('IQ', 'iq iraak irak iraka irakas iraq iraque irq ιρακ ирак ірак עיראק العراق عراق इराक อิรัก 이라크 イラク 伊拉克'),
    ('IR', 'ir ira iraan iran irana iranas iranislamicrepublicof irao irn islamicrepublicofiran ιραν иран іран איראן إيران ایران ईरान
        อิหร่าน 이란 イラン 伊朗'),
    ('IS', 'iceland ijsland is isl island islanda islande islandia islandija islanti izland izlanda ysland ισλανδια исланд исландия
        ісландія איסלנד آيسلندا آیسلند ایسلند आइसलैंड ไอซ์แลนด์ 아이슬란드 アイスランド 冰岛 冰島'),
    ('IT', 'it ita itaalia itali italia italie italien italija italy italya olaszorszag taliansko włochy ιταλια италия италија італія
        איטליה إيطاليا ایتالیا इटली อิตาลี 이탈리아 イタリア 意大利 義大利'),
    ('JE', 'dzersija dzersis dzerzi je jersey jey xhersej τζερζι джерси джерсі джърси џерзи ג׳רזי جرزی جيرسي जर्सी เจอร์ซีย์ 저지
        ジャージー 泽西岛 澤西島'),
    ('JM', 'giamaica jam jamaica jamaika jamaique jamajka jm xamaica xhamajke τζαμαικα ямаика јамајка ג׳מייקה جامايكا جامائیکا जमैका
        จาเมกา 자메이카 ジャマイカ 牙买加 牙買加'),
    ('JO', 'giordania iordania jo jor jordaania jordan jordani jordania jordanie jordanien jordanija jordansko urdun xordania yordania
        ιορδανια иордания иорданія јордан ירדן اردن الأردن जॉर्डन จอร์แดน 요르단 ヨルダン 約旦 约旦'),
    ('JP', 'giappone jaapan japan japana japani japao japo japon japoni japonia japonija japonska japonsko japonya jepang jepun jp jpn
        nhatban xapon ιαπωνια япония японія јапан יפן اليابان جاپان ژاپن जापान ญี่ปุ่น 일본 日本'),
    ('KE', 'ke keenia ken kena kenia kenija kenya quenia κενυα кения кенија кенія קניה كينيا کنیا کینیا केन्या เคนยา 케냐 ケニア 肯亞 肯尼亚
        肯尼亞'),
    ('KG', 'kargazstan kg kgz kirghizistan kirghizstan kirgisia kirgisistan kirgistan kirgizi kirgizie kirgizija kirgizistan
        kirgizisztan kirgizsko kirgizstan kirgizstana kirguistan kirguizistan kirguizstan korgozstan kyrgyzstan kırgızistan
        quirguistao κιργισταν киргизия киргизстан киргистан קירגיזסטן قرقیزستان قيرغيزستان किर्गिज़स्तान คีร์กีซสถาน 키르기스스탄
        キルギス 吉尔吉斯斯坦 吉爾吉斯'),
    ('KH', 'cambodge cambodgia cambodia cambodja cambogia camboja camboxa camboya campuchia kambocya kambodia kambodja kambodscha
        kambodsja kambodza kambodzsa kamboja kamboxhia kanbodia kemboja kh khm καμποτζη камбоджа камбоџа קמבודיה كمبوديا کامبوج
        کمپوچیا कंबोडिया กัมพูชา 캄보디아 カンボジア 柬埔寨'),
    ('KI', 'ki kir kiribati kiribatis quiribati κιριμπατι кирибати кірибаті קיריבאטי كيريباتي کیریباتی किरिबाती คิริบาส 키리바시 キリバス
        吉里巴斯 基里巴斯'),
    ('KM', 'com comoras comore comoren comorerne comores comoreszigetek comoros km komoorid komorai komore komoreak komoren komorene
        komorerna komoreyjar komori komorit komorlar komoro komorskaostrva komorusalas komory κομορες комори коморскаострва
        коморскиострови коморы קומורו جزرالقمر کومور कोमोरोस คอโมโรส 코모로 コモロ 科摩罗 科摩羅 葛摩'),
    ('KN', 'kn kna saintchristopheetnieves saintkittsandnevis saintkittsdannevis saintkittsenevis saintkittsennevis saintkittsesnevis
        saintkittsetanevis saintkittsetnevis saintkittsinevis saintkittsinnevis saintkittsjanevis saintkittsognevis saintkittssinevis
        saintkittsvenevis sancristobalynieves sanktikittsognevis saocristovaoeneves saocristovaoenevis sentkitsasirnevis
        sentkitsaunnevisa sentkitsinevis shenkitsdhenevis sintkittsennevis stkitts stkittsandnevis stkittsnevis stkittsochnevis
        stkittsundnevis stkittsvanevis svatykristofanevis svatykrystofanevis svetikitsinevis svetikristoforinevis σενκιτςκαινεβις
        светикитсиневис сеинткитсиневис сенткитсиневис сенткітсіневіс סנטקיטסונוויס سانتكيتسونيفيس سنتکیتسونویس सेंटकिट्सऔरनेविस
        เซนต์คิตส์และเนวิส 세인트키츠네비스 セントクリストファーネーヴィス 圣基茨和尼维斯 聖克里斯多福及尼維斯 聖基茨和尼維斯'),
    ('KP', 'coreadelnord coreadelnorte coreadonorte coreeadenord coreedunord coreiadonorte democraticpeoplesrepublicofkorea dprk
        eszakkorea iparkorea koreademocraticpeoplesrepublicof koreapołnocna koreautara koreeveriut kp kuzeykore noordkorea nordkorea
        northkorea norðurkorea pohjakorea pohjoiskorea prk severnakorea severnakoreja severnikorea siaureskoreja sjevernakoreja
        trieutien ziemelkoreja βορειακορεα кндр північнакорея севернакорея севернакореја сјевернакореја קוריאההצפונית كورياالشمالية
        کرهٔشمالی کوریایشمالی उत्तरकोरिया เกาหลีเหนือ 북한 조선민주주의인민공화국 北朝鮮 北韓 朝鲜'),
    ('KR', 'coreadelsud coreadelsur coreadosur coreeadesud coreedusud coreiadosul delkorea dienvidkoreja etelakorea guneykore hanquoc
        hegokorea jiznikorea juznakorea juznakoreja kor korea koreapołudniowa korearepublicof koreaselatan koreasouth
        koreatherepublicof koreejugut kr lounakorea pietukoreja republicofkorea rok southkorea sudkorea suidkorea suðurkorea sydkorea
        sørkorea zuidkorea νοτιακορεα південнакорея республикакорея южнакорея јужнакореја קוריאההדרומית كورياالجنوبية کرهٔجنوبی
        کوریایجنوبی दक्षिणकोरिया เกาหลีใต้ 대한민국 南韓 韓国 韩国'),
    ('KW', 'koeweit koweit kuvait kuvajt kuveit kuveita kuveitas kuveyt kuwait kuweit kuwejt kw kwt κουβειτ кувајт кувеит כווית الكويت
        کویت कुवैत คูเวต 쿠웨이트 クウェート 科威特'),
    ('KY', 'caymanadaları caymaneyjar caymanislands caymanoarna caymansaaret caymanøerne caymanøyene cym ilescaimans ilhascaimao
        ilhascayman illascaiman illescaiman insulelecayman ishujtkajman islascaiman isolecayman kaaimaneilanden kaaimanseilande
        kaimaninseln kaimanisaared kaimanuharteak kaimanusalas kaimanusalos kajmanieostrovy kajmanskaostrva kajmanskeostrovy
        kajmanskiotoci kajmanskiotoki kajmanszigetek kajmany kepulauancayman ky quanđaocayman νησοικειμαν каимановиострови
        каимановіострови кајманскаострва овакаиман אייקיימן جزایرکِیمن جزركايمان कैमेनद्वीपसमूह หมู่เกาะเคย์แมน 케이맨제도 ケイマン諸島
        开曼群岛 開曼群島'),
    ('KZ', 'cazaquistao kasachstan kasahstan kasakhstan kasakstan kaz kazachstan kazachstanas kazahstan kazahstana kazahsztan
        kazajistan kazakhstan kazakistan kazakstan kz καζακσταν казахстан קזחסטן قزاقستان كازاخستان कज़ाखस्तान คาซัคสถาน 카자흐스탄
        カザフスタン 哈萨克斯坦 哈薩克'),
    ('LA', 'la lao laopeoplesdemocraticrepublic laos laosa laosas laosz λαος лаос לאוס لاوس لائوس लाओस ลาว 라오스 ラオス 寮國 老挝 老撾'),
    ('LB', 'lb lbn lebanon liban libana libanas libang libano libanon liibanon lubnan λιβανος либан ливан ліван לבנון لبنان लेबनान
        เลบานอน 레바논 レバノン 黎巴嫩'),
    ('LC', 'lc lca saintelucie saintlucia sanktilusia santalucia santaluzia sentlusija sfantalucia shenlucia sintlucia stlucia
        svatalucia svatalucie svetalucija αγιαλουκια светалуција сеинтлусия сентлюсия сентлюсія סנטלוסיה سانتلوسيا سنتلوسیا सेंटलूसिया
        เซนต์ลูเซีย 세인트루시아 セントルシア 圣卢西亚 聖盧西亞 聖露西亞'),
    ('LI', 'li lichtenstajnsko lichtensteinas lichtenstejnsko lie liechtenstein lihtenshtajn lihtenstajn lihtensteina listenstaine
        λιχτενσταιν лихтенштајн лихтенштеин лихтенщаин ліхтенштеин ליכטנשטיין ليختنشتاين لیختن‌اشتاین लिचेंस्टीन ลิกเตนสไตน์
        리히텐슈타인 リヒテンシュタイン 列支敦士登 列支敦斯登'),
    ('LK', 'lk lka srilanca srilanka srilanke σριλανκα шриланка шріланка סרילנקה سريلانكا سریلانکا سری‌لانکا श्रीलंका ศรีลังกา
        스리랑카 スリランカ 斯里兰卡 斯里蘭卡'),
    ('LR', 'lbr libeeria liberi liberia liberie liberija liberya lr λιβερια либерия либерија ліберія ליבריה ليبيريا لیبریا लाइबेरिया
        ไลบีเรีย 라이베리아 リベリア 利比里亚 利比里亞 賴比瑞亞'),
    ('LS', 'lesotas lesotho lesoto ls lso λεσοτο лесото לסוטו لسوتو ليسوتو لیسوتو लेसोथो เลโซโท 레소토 レソト 莱索托 萊索托 賴索托'),
    ('LT', 'leedu liettua lietuva litaue litauen lithaen lithuania litouwen lituani lituania lituanie litva litvania litvanija
        litvanya litwa lt ltu λιθουανια литва литванија ליטא لتوانیا ليتوانيا لیتوانی लिथुआनिया ลิทัวเนีย 리투아니아 リトアニア 立陶宛'),
    ('LU', 'liuksemburgas lu lucembursko luksemburg luksemburga lussemburgo lux luxemborg luxembourg luxemburg luxemburgo luxembursko
        luxenburgo λουξεμβουργο луксембург люксембург לוקסמבורג لوكسمبورغ لوکزامبورگ लग्ज़मबर्ग ลักเซมเบิร์ก 룩셈부르크 ルクセンブルク 卢森堡
        盧森堡'),
    ('LV', 'lati latvia latvija letland letoni letonia letonija letonya lettland lettonia lettonie lettorszag lotyssko lv lva łotwa
        λετονια латвия латвія летонија לטביה لاتفيا لاتویا لتونی लातविया ลัตเวีย 라트비아 ラトビア 拉脫維亞 拉脱维亚'),
    ('LY', 'lby libi libia libie libija libya libye libyen liibua ly λιβυη либия либија ливия лівія לוב ليبيا لیبی لیبیا लीबिया ลิเบีย
        리비아 リビア 利比亚 利比亞'),
    ('MA', 'fas ma maghribi mar maroc marocco marocko marok maroka marokas marokko maroko marroc marrocos marruecos morocco μαροκο
        марокко мароко מרוקו المغرب مراکش मोरक्को โมร็อกโก 모로코 モロッコ 摩洛哥'),
    ('MC', 'mc mco monaco monakas monako μονακο монако מונקו موناكو موناکو मोनाको โมนาโก 모나코 モナコ 摩納哥 摩纳哥'),
    ('MD', 'md mda moldavi moldavia moldavie moldavien moldavija moldavsko moldova moldovarepublicof moldowa mołdawia republicamoldova
        republicofmoldova republikmoldau μολδαβια молдавија молдова מולדובה مولداوی مولدوفا मॉल्डोवा มอลโดวา 몰도바 モルドバ 摩尔多瓦 摩爾多瓦'),
    ('ME', 'cernahora ciernahora crnagora czarnogora juodkalnija karadag malizi me melnkalne mne montenegro muntenegru svartfjallaland
        μαυροβουνιο црнагора чернагора черногория чорногорія מונטנגרו الجبلالأسود مونته‌نگرو मोंटेनेग्रो มอนเตเนโกร 몬테네그로
        モンテネグロ 蒙特內哥羅 黑山'),
    ('MF', 'maf mf saintmartin saintmartinfrance sanmartin saomartinho saomartinhosaintmartin senmarten senmartena senmartenas
        sfantulmartin sintmartin stmartin svatymartinfr svatymartinfrancie svetimartinfrancuska αγιοςμαρτινοςγαλλικοτμημα
        светимартинфранцуска сенмартен סןמרטן سانمارتن سنتمارتین सेंटमार्टिन เซนต์มาร์ติน 생마르탱 サンマルタン 法属圣马丁 法屬聖馬丁'),
    ('MG', 'madagascar madagaskar madagaskara madagaskaras madagaszkar mdg mg μαδαγασκαρη мадагаскар מדגסקר ماداگاسکار مادغاسکر مدغشقر
        मेडागास्कर มาดากัสการ์ 마다가스카르 マダガスカル 馬達加斯加 马达加斯加'),
    ('MH', 'ilesmarshall ilhasmarshall illasmarshall illesmarshall insulelemarshall ishujtmarshall islasmarshall isolemarshall
        kepulauanmarshall marsalasalas marsalosalos marsaloviotoci marsalskaostrva marshalladaları marshalleilande marshalleilanden
        marshalleyjar marshallinsaaret marshallinseln marshallisaared marshallislands marshalloarna marshalloveostrovy
        marshalloviotoki marshallovyostrovy marshallszigetek marshalluharteak marshalløerne marshalløyene mh mhl quanđaomarshall
        wyspymarshalla νησοιμαρσαλ маршалловыова маршалловіострови маршаловиострови маршалскаострва איימרשל جزایرمارشال جزرمارشال
        मार्शलद्वीपसमूह หมู่เกาะมาร์แชลล์ 마셜제도 マーシャル諸島 馬紹爾群島 马绍尔群岛'),
    ('MK', 'bacmacedonia eszakmacedonia fyrom iparmazedonia kuzeymakedonya macedoinedunord macedonia macedoniadelnord
        macedoniadelnorte macedoniadenord macedoniadonorte macedoniapołnocna macedoniatheformeryugoslavrepublicof macedoniautara
        makedoniautara maqedoniaeveriut mk mkd noordmacedonie nordmakedonia nordmakedonien nordmazedonien northmacedonia
        norðurmakedonia pohjamakedoonia pohjoismakedonia republicofmacedonia severnamakedonija severnemacedonsko severnimakedonie
        siauresmakedonija sjevernamakedonija ziemelmakedonija βορειαμακεδονια північнамакедонія севернамакедония севернамакедонија
        севернаямакедония сјевернамакедонија מקדוניההצפונית مقدونياالشمالية مقدونیهٔشمالی उत्तरीमकदूनिया มาซิโดเนียเหนือ 북마케도니아
        北マケドニア 北馬其頓 北马其顿'),
    ('ML', 'mali malis ml mli μαλι мали малі מאלי مالي مالی माली มาลี 말리 マリ 馬利 馬里 马里'),
    ('MM', 'burma mianmar mianmarasbirma mianmarbirma mianmarbirmania mianmarburme mijanmarburma mjanmabirma mjanmarburma mjanmarsko
        mm mmr myanmar myanmarbarma myanmarbirma myanmarbirmania myanmarbirmanie myanmarburma myanmarmienđien μιανμαρβιρμανια
        мианмарбирма мијанмарбурма мьянмабирма мянмабірма мјанмарбурма מיאנמרבורמה ميانماربورما میانماربرمه म्यांमारबर्मा เมียนมาพม่า
        미얀마 ミャンマービルマ 緬甸 缅甸'),
    ('MN', 'mn mng mogolistan mongco mongolei mongoli mongolia mongolie mongoliet mongolija mongolsko mongoolia μογγολια монголия
        монголија монголія מונגוליה مغولستان منغوليا منگولیا मंगोलिया มองโกเลีย 몽골 モンゴル 蒙古'),
    ('MO', 'cinmakaooib ktripasaisadministrativaisregionsmakao mac macao macaokiinanerityishallintoalue macaooaociny macaosar
        macaosarchina macaosarkina macaozaociny macau macauerihalduspiirkond macauraedachina macauraexina macausarchina
        macausarvanchina macausaschina macautxinakoaeb makaokkt makaudaktiongkok mo posebnoupravnoobmocjeljudskerepublikekitajskemacao
        pupmakaokina raedemacaochina raschinoisedemacao rasdimacao rasmacaochina rpaimakaos sarmacao sarmakao sarmakaokina
        serstjornarsvæðiðmakao sonderverwaltungsregionmacau sramakauchiny ypatingasisadministraciniskinijosregionasmakao
        đackhuhanhchinhmacaotrungquoc μακαοεδπκινας макаооаркитаю макаосар макаосарнакитаи сармакао сармакаокина
        מקאואזורמנהלימיוחדשלסין ماكاوالصينيةمنطقةإداريةخاصة ماکائو،منطقهٔویژهٔاداریچین منطقةماكاوالإداريةالخاصة
        मकाऊविशेषप्रशासनिकक्षेत्रचीन เขตปกครองพิเศษมาเก๊าแห่งสาธารณรัฐประชาชนจีน 마카오중국특별행정구 中国澳门特别行政区 中國澳門特別行政區
        中華人民共和国マカオ特別行政区'),
    ('MP', 'eszakimarianaszigetek ilesmariannesdunord ilhasmarianasdonorte illasmarianasdonorte illesmarianesdelnord
        insulelemarianedenord iparmarianauharteak ishujtemarianesveriore islasmarianasdelnorte isolemariannesettentrionali
        kepulauanmarianautara kuzeymarianaadaları mariannesdunord marianossiaurinessalos marianypołnocne mnp mp noordelijkemarianen
        noordmarianeeilande nordlichemarianen nordmarianene nordmarianerna nordmarianerne northernmarianaislands norðurmarianaeyjar
        pohjamariaanid pohjoismariaanit quanđaobacmariana severnamarijanskaostrva severnemariany severnimarianskiotoki severnimariany
        sjevernamarijanskaostrva sjevernomarijanskiotoci ziemelumarianassalas νησοιβορειεςμαριανες північнімаріанськіострови
        севернамаријанскаострва севернимарианскиострови северныемарианскиеова сјевернамаријанскаострва איימריאנההצפוניים
        جزایرماریانایشمالی جزرمارياناالشمالية उत्तरीमारियानाद्वीपसमूह หมู่เกาะนอร์เทิร์นมาเรียนา 북마리아나제도 北マリアナ諸島 北馬利安納群島
        北马里亚纳群岛'),
    ('MQ', 'martinica martinik martinika martinike martinique martynika mq mtq μαρτινικα мартиник мартиника мартиніка מרטיניק
        جزرالمارتينيك مارتینیک मार्टीनिक มาร์ตินีก 마르티니크 マルティニーク 馬丁尼克 马提尼克'),
    ('MR', 'maritania mauretania mauretanien mauretanija mauritaania mauritani mauritania mauritanie mauritanija mavretanija moritanya
        mr mrt μαυριτανια мавритания мавританія мауританија מאוריטניה موريتانيا موریتانی موریتانیا मॉरिटानिया มอริเตเนีย 모리타니
        モーリタニア 毛里塔尼亚 毛里塔尼亞 茅利塔尼亞'),
    ('MS', 'monserat monserrate montserat montseratas montserrat montserrata ms msr μονσερατ монсерат монтсерат монтсеррат מונסראט
        مونتسرات مونتيسيرات مونت‌سرات मोंटसेरात มอนต์เซอร์รัต 몬트세라트 モントセラト 蒙哲臘 蒙特塞拉特'),
    ('MT', 'malta malte mlt mt μαλτα малта мальта מלטה مالت مالتا مالطا माल्टा มอลตา 몰타 マルタ 馬爾他 馬耳他 马耳他'),
    ('MU', 'maritius maurice maurici mauricia mauricija mauricijus mauricio mauricius mauritius maurizio mu mus μαυρικιος маврикии
        маврикіи мавриции маурицијус מאוריציוס موريشيوس موریس मॉरीशस มอริเชียส 모리셔스 モーリシャス 模里西斯 毛里求斯 毛里裘斯'),
    ('MV', 'maladewa maldiivid maldivak maldivas maldive maldiven maldivene maldiverna maldiverne maldives maldiveyjar maldivi
        maldivija maldivler maldivszigetek maldivy maldyvai malediivit maledive malediven maledivy malediwy mdv mv μαλδιβες малдиви
        мальдивы мальдіви האייםהמלדיביים جزرالمالديف مالدیو मालदीव มัลดีฟส์ 몰디브 モルディブ 馬爾代夫 馬爾地夫 马尔代夫'),
    ('MW', 'malaui malavi malavija malavis malawi mw mwi μαλαουι малави малаві מלאווי مالاوی ملاوي मलावी มาลาวี 말라위 マラウイ 馬拉威 馬拉維
        马拉维'),
    ('MX', 'estadosunidosmexicanos mehhiko mehika mejico meksika meksike meksiko meksyk messico mex mexic mexico mexiko mexique mx
        unitedmexicanstates μεξικο мексика мексико מקסיקו المكسيك مکزیک مکسیکو मैक्सिको เม็กซิโก 멕시코 メキシコ 墨西哥'),
    ('MY', 'malaisia malaisie malaizija malajsie malajzi malajzia malasia malaysia maleisie malesia malezija malezja malezya my mys
        μαλαισια малаизия малаизія малезија מלזיה مالزی ماليزيا مالیزیا मलेशिया มาเลเซีย 말레이시아 マレーシア 馬來西亞 马来西亚'),
    ('MZ', 'mocambic mocambique mosambiek mosambiik mosambik moz mozambic mozambico mozambik mozambika mozambikas mozambike mozambique
        mz μοζαμβικη мозамбик мозамбік מוזמביק موزامبیک موزمبيق موزمبیق मोज़ांबिक โมซัมบิก 모잠비크 モザンビーク 莫三比克 莫桑比克'),
    ('NA', 'na nam namibi namibia namibie namibija namibya namiibia ναμιμπια намибия намибија намібія נמיביה ناميبيا نامیبیا नामीबिया
        นามิเบีย 나미비아 ナミビア 納米比亞 纳米比亚'),
    ('NC', 'jaunkaledonija kaledoniabaru kaledoniaberria kaledoniere naujojikaledonija nc ncl neukaledonien newcaledonia nieukaledonie
        nieuwcaledonie nouacaledonie nouvellecaledonie novacaledonia novakaledonia novakaledonie novakaledonija nowakaledonia
        nuevacaledonia nuovacaledonia nyakaledonien nycaledonia nyjakaledonia nykaledonien ujkaledonia uusikaledonia uuskaledoonia
        yenikaledonya νεακαληδονια новакаледония новакаледонија новакаледонія новаякаледония קלדוניההחדשה كاليدونياالجديدة
        کالدونیایجدید न्यूकैलेडोनिया นิวแคลิโดเนีย 뉴칼레도니아 ニューカレドニア 新喀里多尼亚 新喀里多尼亞'),
    ('NE', 'ne ner niger nigera nigeris nijer nixer νιγηρας нигер нігер ניז׳ר النيجر نیجر नाइजर ไนเจอร์ 니제르 ニジェール 尼日 尼日尔 尼日爾'),
    ('NF', 'ilenorfolk ilhanorfolk illanorfolk insulanorfolk ishullinorfolk islanorfolk isolanorfolk kepulauannorfolk nf nfk norfolk
        norfolkadası norfolkassala norfolkeiland norfolkeyja norfolkinsaari norfolkinsel norfolkisland norfolkon norfolkosala
        norfolksziget norfolkuhartea norfolkøya norfolskiotok ostrvonorfok otoknorfolk pulaunorfolk đaonorfolk νησοςνορφολκ овнорфолк
        острвонорфок островнорфолк острівнорфолк האינורפוק جزيرةنورفولك جزیرهٔنورفولک नॉरफ़ॉकद्वीप เกาะนอร์ฟอล์ก 노퍽섬 ノーフォーク島 諾福克島
        诺福克岛'),
    ('NG', 'ng nga nigeeria nigeri nigeria nigerie nigerija nijerya nixeria νιγηρια нигерия нигерија нігерія ניגריה نيجيريا نیجریا
        نیجریه नाइजीरिया ไนจีเรีย 나이지리아 ナイジェリア 奈及利亞 尼日利亚 尼日利亞'),
    ('NI', 'ni nic nicaragua nikaragua nikaragva νικαραγουα никарагва никарагуа нікарагуа ניקרגואה نيكاراغوا نیکاراگوا نیکاراگوئه
        निकारागुआ นิการากัว 니카라과 ニカラグア 尼加拉瓜'),
    ('NL', 'alankomaat belanda halan herbehereak holande holandia holandija holandsko holland hollanda hollandia nederland
        nederlandene nederlanderna netherlands netherlandsthe niderlande niederlande nizozemska nizozemsko nl nld nyderlandai
        paesibassi paisesbaixos paisesbajos paisosbaixos paysbas tariledejos thenetherlands κατωχωρες нидерландия нидерланды
        нідерланди холандија הולנד هالند هلند هولندا नीदरलैंड เนเธอร์แลนด์ 네덜란드 オランダ 荷兰 荷蘭'),
    ('NO', 'nauy no noorwee noorwegen nor noregur norge norja norra norsko noruega norvec norvege norvegia norvegija norvegji norveska
        norway norwegen norwegia νορβηγια норвегия норвегія норвешка נורווגיה النرويج ناروی نروژ नॉर्वे นอร์เวย์ 노르웨이 ノルウェー 挪威'),
    ('NP', 'nepal nepala nepalas np npl νεπαλ непал נפאל نيبال نپال نیپال नेपाल เนปาล 네팔 ネパール 尼泊尔 尼泊爾'),
    ('NR', 'naru nauru nr nru ναουρου науру נאורו ناورو نائورو नाउरु นาอูรู 나우루 ナウル 瑙魯 瑙鲁 諾魯'),
    ('NU', 'nijue niu niue niuje nu νιουε ниуе ниуэ нијуе ніуе ניווה نيوي نیوئه नीयू นีอูเอ 니우에 ニウエ 紐埃島 纽埃'),
    ('NZ', 'aotearoa jaunzelande naujojizelandija neuseeland newzealand nieuseeland nieuwzeeland nouazeelanda nouvellezelande
        novazelanda novazelandia novazelandija novizeland novyzeland nowazelandia nuevazelanda nuovazelanda nyazeeland nyjasjaland nz
        nzl selandiabaru ujzeland uusiseelanti uusmeremaa yenizelanda zeelandaberria zelandeere νεαζηλανδια новазеландия новазеландія
        новаязеландия новизеланд ניוזילנד زیلاندجدید نيوزيلندا نیوزیلند न्यूज़ीलैंड นิวซีแลนด์ 뉴질랜드 ニュージーランド 新西兰 紐西蘭'),
    ('OM', 'om oma omaan oman omana omanas omn umman ομαν оман עומאן عمان عُمان ओमान โอมาน 오만 オマーン 阿曼'),
    ('PA', 'pa pan panama παναμας панама פנמה بنما پاناما پانامه पनामा ปานามา 파나마 パナマ 巴拿馬 巴拿马'),
    ('PE', 'pe per perou peru peruu περου перу פרו بيرو پرو پیرو पेरू เปรู 페루 ペルー 秘魯 秘鲁'),
    ('PF', 'franciapolinezia francijaspolinezija francoskapolinezija francouzskapolynesie francuskapolinezija francuzskapolynezia
        franskapolynesia franskapolynesien franskpolynesia franskpolynesien franspolinesie franspolynesie fransızpolinezyası
        franzosischpolynesien frenchpolynesia pf polinesiafrancesa polinesiafrancese polinesiafrantsesa polinesiaperancis
        polinesiaprancis polineziafranceza polineziafranceze polinezjafrancuska polynesiathuocphap polynesiefrancaise
        prancuzijospolinezija prantsusepoluneesia pyf ranskanpolynesia γαλλικηπολυνησια французскаяполинезия французькаполінезія
        францускаполинезија френскаполинезия פולינזיההצרפתית بولينيزياالفرنسية پلی‌نزیفرانسه फ़्रेंचपोलिनेशिया เฟรนช์โปลินีเซีย
        프랑스령폴리네시아 仏領ポリネシア 法属波利尼西亚 法屬波利尼西亞 法屬玻里尼西亞'),
    ('PG', 'guinejaerepapua paapuauusguinea papoeanieuguinee papoeanieuwguinea papouasienouvelleguinee papuagineaberria
        papuajaungvineja papuanaujojigvineja papuaneuguinea papuanewguinea papuanouaguinee papuanovaguine papuanovaguinea
        papuanovagvineja papuanowagwinea papuanuevaguinea papuanugini papuanuovaguinea papuanyaguinea papuanyguinea papuanyjaginea
        papuaujguinea papuauusiguinea papuayenigine pg png παπουανεαγουινεα папуановагвинея папуановагвинеја папуановагвінея
        папуановаягвинея פפואהגינאההחדשה بابواغينياالجديدة پاپوانیوگینیا پاپواگینهٔنو पापुआन्यूगिनी ปาปัวนิวกินี 파푸아뉴기니
        パプアニューギニア 巴布亚新几内亚 巴布亞新畿內亞 巴布亞紐幾內亞'),
    ('PH', 'filipiinid filipijnen filipina filipinai filipinak filipinas filipine filipines filipini filipinler filipiny filippiinit
        filippine filippinene filippinerna filippinerne filippseyjar filippyne fulopszigetek ph philipines philippinen philippines phl
        pilipinas thephilippines φιλιππινες филипини филиппины філіппіни הפיליפינים الفلبين فیلیپین फ़िलिपींस ฟิลิปปินส์ 필리핀
        フィリピン 菲律宾 菲律賓'),
    ('PK', 'pak pakistan pakistana pakistanas pakisztan paquistan paquistao pk πακισταν пакистан פקיסטן باكستان پاکستان पाकिस्तान
        ปากีสถาน 파키스탄 パキスタン 巴基斯坦'),
    ('PL', 'balan lengyelorszag lenkija pl pol poland polandia pole polen polija poljska polland pologne poloni polonia polonya polska
        polsko poola puola πολωνια полша польша польща пољска פולין بولندا لهستان پولند पोलैंड โปแลนด์ 폴란드 ポーランド 波兰 波蘭'),
    ('PM', 'pm saintpierreamiquelon saintpierredanmiquelon saintpierreemiquelon saintpierreenmiquelon saintpierreesmiquelon
        saintpierreetamikelune saintpierreetmiquelon saintpierreimiquelon saintpierreinmiquelon saintpierrejamiquelon
        saintpierreogmiquelon saintpierresimiquelon saintpierrevamiquelon saintpierrevemiquelon sanktipierreogmiquelon
        sanpedroymiquelon saopedroemiquelao senpjerasirmikelonas senpjeraunmikelona senpjerimikelon shenpierdhemikelon
        sintpierreenmiquelon spm stpierremiquelon stpierreochmiquelon stpierreundmiquelon svetipetarimikelon svetipjerimikelon
        σενπιερκαιμικελον светипјеримикелон сенпиеримикелон сенпьеримикелон сенпєрімікелон сенпјеримикелон סנטפיירומיקלון
        سانبييرومكويلون سنپیرومیکلن सेंटपिएरेऔरमिक्वेलान แซงปีแยร์และมีเกอลง 생피에르미클롱 サンピエール島ミクロン島 圣皮埃尔和密克隆群岛 聖皮埃與密克隆群島'),
    ('PN', 'ilespitcairn ilhaspitcairn illaspitcairn illespitcairn insulelepitcairn ishujtpitkern islaspitcairn isolepitcairn
        kepulauanpitcairn pcn pitcairn pitcairnadaları pitcairneilande pitcairneilanden pitcairneyjar pitcairninseln pitcairnisaared
        pitcairnislands pitcairnoarna pitcairnoveostrovy pitcairnoviotoci pitcairnovyostrovy pitcairnszigetek pitcairnuharteak
        pitcairnøyene pitkern pitkernassalas pitkernosalos pn quanđaopitcairn νησοιπιτκερν овапиткэрн островипиткерн островипіткерн
        питкерн אייפיטקרן جزایرپیت‌کرن جزربيتكيرن पिटकैर्नद्वीपसमूह หมู่เกาะพิตแคร์น 핏케언제도 ピトケアン諸島 皮特凯恩群岛 皮特凱恩島 皮特肯群島'),
    ('PR', 'portorico portoriko portoryko pr pri puertorico puertorikas puertoriko πουερτορικο порторико пуерторико пуэрторико
        פוארטוריקו بورتوريكو پورتوریکو पोर्टोरिको เปอร์โตริโก 푸에르토리코 プエルトリコ 波多黎各'),
    ('PS', 'depalæstinensiskeomrader detpalestinskeomradet filistinbolgeleri heimastjornarsvæðipalestinumanna lanhthopalestine
        palastinensischeautonomiegebiete palestiinaalad palestiinalaisalue palestijnsegebieden palestinarlurraldeokupatuak
        palestinasteritorijas palestine palestinestateof palestinianterritories palestinianterritory palestinosteritorija
        palestinskaterritorierna palestinskauzemi palestinsketeritorije palestinskeuzemia palestinskoozemlje palestinskopodrucje
        palestynsegrondgebiede palesztinautonomia ps pse stateofpalestine teritoriilepalestiniene territoirespalestiniens
        territoretpalestineze territoriospalestinianos territoriospalestinos territoripalestinesi territorispalestins
        terytoriapalestynskie wilayahpalestin wilayahpalestina παλαιστινιακαεδαφη палестинскетериторије палестинскиетерритории
        палестинскитеритории палестинськітериторіі השטחיםהפלסטיניים الأراضيالفلسطينية سرزمین‌هایفلسطینی फ़िलिस्तीनीक्षेत्र
        ดินแดนปาเลสไตน์ 팔레스타인지구 パレスチナ自治区 巴勒斯坦自治區 巴勒斯坦領土 巴勒斯坦领土'),
    ('PT', 'bođaonha portekiz portogallo portugal portugale portugali portugalia portugalija portugalska portugalsko prt pt πορτογαλια
        португалия португалија португалія פורטוגל البرتغال پرتغال پرتگال पुर्तगाल โปรตุเกส 포르투갈 ポルトガル 葡萄牙'),
    ('PW', 'belau pala palaos palau plw pw παλαου палау פלאו بالاو پالائو पलाऊ ปาเลา 팔라우 パラオ 帕劳 帛琉'),
    ('PY', 'paraguai paraguaj paraguay paragvaj paragvaja paragvajus paragvæ paragwaj pry py παραγουαη парагваи парагвај פרגוואי
        باراغواي پاراگوای پاراگوئه पराग्वे ปารากวัย 파라과이 パラグアイ 巴拉圭'),
    ('QA', 'catar katar katara kataras qa qat qatar καταρ катар קטאר قطر क़तर กาตาร์ 카타르 カタール 卡塔尔 卡塔爾 卡達'),
    ('RE', 'illadelareunio lareunion re reinion reinjona reu reuniao reunion reunjonas riunione ρεινιον реинион реунион реюнион
        реюньион реюньон ראוניון روينيون رئونیون रियूनियन เรอูนียง 레위니옹 レユニオン 留尼旺 留尼汪'),
    ('RO', 'errumania ro roemenie romania romanya romenia romunija rou roumanie rumani rumania rumanien rumanija rumeenia rumenia
        rumunia rumunija rumunjska rumunsko rumænien ρουμανια румунија румунія румъния румыния רומניה رومانيا رومانی رومانیا रोमानिया
        โรมาเนีย 루마니아 ルーマニア 罗马尼亚 羅馬尼亞'),
    ('RS', 'rs serbi serbia serbie serbien serbija servia servie serwie srb srbija srbsko szerbia sırbistan σερβια сербия сербія
        србија сърбия סרביה صربستان صربيا सर्बिया เซอร์เบีย 세르비아 セルビア 塞尔维亚 塞爾維亞'),
    ('RU', 'errusia krievija oroszorszag rosja ru rus rusi rusia rusija rusko rusland russia russianfederation russie russland rusya
        ryssland therussianfederation venaja venemaa ρωσια россия росія русия русија רוסיה روسيا روسیه रूस รัสเซีย 러시아 ロシア 俄罗斯 俄羅斯'),
    ('RW', 'ruanda ruande rw rwa rwanda ρουαντα руанда רואנדה رواندا रवांडा รวันดา 르완다 ルワンダ 卢旺达 盧安達 盧旺達'),
    ('SA', 'arabiasaudi arabiasaudita arabiasaudyjska arabiesaoudite arabisaudite arabsaudi arapxeut kingdomofsaudiarabia ksa sa
        sadiarabia saoediarabie sau saudaarabija saudiaraabia saudiarabia saudiarabien saudijskaarabija saudoarabija saudovaarabija
        saudskaarabia saudskaarabie suudiarabistan szaudarabia σαουδικηαραβια саудитскаарабия саудијскаарабија саудовскаяаравия
        саудівськааравія ערבהסעודית المملكةالعربيةالسعودية عربستانسعودی सऊदीअरब ซาอุดีอาระเบีย 사우디아라비아 サウジアラビア 沙地阿拉伯 沙烏地阿拉伯
        沙特阿拉伯'),
    ('SB', 'ilessalomon ilhassalomao illassalomon illessalomo insulelesolomon ishujtsolomon islassalomon isolesalomone
        kepulauansolomon quanđaosolomon saalomonisaared salamonszigetek salamounovyostrovy salamunoveostrovy saliamonosalos salomonen
        salomoninseln salomonoarna salomonoviotoci salomonoviotoki salomonsaaret salomonseilande salomonseilanden salomonseyjar
        salomonuharteak salomonøerne salomonøyene sb slb solomonadaları solomonislands solomonskaostrva wyspysalomona zalamanasalas
        νησοισολομωντος соломоновиострови соломоновыова соломоновіострови соломонскаострва איישלמה جزایرسلیمان جزرسليمان
        सोलोमनद्वीपसमूह หมู่เกาะโซโลมอน 솔로몬제도 ソロモン諸島 所罗门群岛 所羅門群島 索羅門群島'),
    ('SC', 'sc seicheles seiseliai seisellid seiselusalas sejseli sejshelle seszele seychelle seychelleak seychellen seychellene
        seychellerna seychellerne seychelles seychelleseyjar seychelleszigetek seychellit seychely seyseller syc σευχελλες сеишели
        сеишельскиеова сеишельськіострови сејшели אייסיישל سيشل سیشل सेशेल्स เซเชลส์ 세이셸 セーシェル 塞席爾 塞舌尔 塞舌爾'),
    ('SD', 'sd sdn soedan soudan sudaan sudan sudana sudanas sudao szudan σουδαν судан סודן السودان سودان सूडान ซูดาน 수단 スーダン 苏丹
        蘇丹'),
    ('SE', 'isvec rootsi ruotsi schweden se suecia suede suedi suedia svedija svedorszag svedska svedsko sverige svezia sviþjoð swe
        swede sweden swedia szwecja thuyđien zviedrija zweden σουηδια шведска швеция швеція שוודיה السويد سوئد سویدن स्वीडन สวีเดน
        스웨덴 スウェーデン 瑞典'),
    ('SG', 'republicofsingapore sg sgp singapoer singapor singapore singapour singapur singapura singapuras szingapur σιγκαπουρη
        сингапур сінгапур סינגפור سنغافورة سنگاپور سینگاپور सिंगापुर สิงคโปร์ 싱가포르 シンガポール 新加坡'),
    ('SH', 'saintehelene sainthelena sanktihelena santaelena santahelena santelena sfantaelena sh shenelene shn sinthelena sthelena
        svatahelena svelenossala svetahelena svetajelena svhelenassala szentilona wyspaswietejheleny αγιαελενη овсвелены
        острівсвятоієлени светаелена светајелена סנטהלנה سانتهيلينا سنتهلن सेंटहेलेना เซนต์เฮเลนา 세인트헬레나 セントヘレナ 圣赫勒拿 聖赫勒拿島'),
    ('SI', 'eslovenia si slloveni sloveenia slovenia slovenie slovenien slovenija slovenya slovinsko slowenie slowenien svn szlovenia
        słowenia σλοβενια словения словенија словенія סלובניה اسلوونی سلوفينيا سلونیا स्लोवेनिया สโลวีเนีย 슬로베니아 スロベニア 斯洛文尼亚
        斯洛文尼亞 斯洛維尼亞'),
    ('SJ', 'huippuvuoretjajanmayen kepulauansvalbarddanjanmayen sj sjm spicberkyajanmayen spitsbergenenjanmayen spitzbergenundjanmayen
        svalbaraunjanamajenasala svalbardajanmayen svalbardandjanmayen svalbardasirjanasmajenas svalbarddanjanmayen svalbardejanmajen
        svalbardejanmayen svalbardesjanmayen svalbardetajanmayenuharteak svalbardetjanmayen svalbardijanmajen svalbardijanmayen
        svalbardinjanmayen svalbardjajanmayen svalbardjanmayen svalbardochjanmayen svalbardogjanmayen svalbardsijanmayen
        svalbardundjanmayen svalbardvajanmayen svalbardvejanmayen svalbardyjanmayen svalbarðiogjanmayen σβαλμπαρντκαιγιανμαγιεν
        свалбардиянмаиен свалбардијанмајен шпицбергениянмаиен шпіцбергентаянмаєн סבאלברדויאןמאיין اسوالباردوجانماین سفالباردوجانماين
        سوالباردویانماین स्वालबार्डऔरजानमायेन สฟาลบาร์และยานไมเอน 스발바르제도얀마웬섬 スバールバル諸島ヤンマイエン島 挪威屬斯瓦巴及尖棉 斯瓦尔巴和扬马延
        斯瓦爾巴特群島及揚馬延島'),
    ('SK', 'eslovakia eslovaquia sk sllovaki slovacchia slovacia slovacka slovakia slovakien slovakiet slovakija slovakkia
        slovakrepublic slovakya slovaquie slovaska slovensko slowakei slowakije slowakye svk szlovakia słowacja theslovakrepublic
        σλοβακια словакия словачка словаччина סלובקיה اسلواکی سلواکیا سلوفاكيا स्लोवाकिया สโลวะเกีย 슬로바키아 スロバキア 斯洛伐克'),
    ('SL', 'serraleoa sieraleone sierraleona sierraleone sijeraleone sjerraleone sl sle σιεραλεονε сиералеоне сијералеоне сьерралеоне
        сьєрралеоне סיירהלאון سيراليون سیرالئون سیرالیون सिएरालियोन เซียร์ราลีโอน 시에라리온 シエラレオネ 塞拉利昂 獅子山'),
    ('SM', 'saintmarin sanmarinas sanmarino saomarinho sm smr αγιοςμαρινος санмарино סןמרינו سانمارينو سان‌مارینو सैनमेरीनो ซานมาริโน
        산마리노 サンマリノ 圣马力诺 聖馬利諾 聖馬力諾'),
    ('SN', 'sen senegal senegala senegalas sn szenegal σενεγαλη сенегал סנגל السنغال سنگال سینیگال सेनेगल เซเนกัล 세네갈 セネガル 塞內加爾
        塞内加尔'),
    ('SO', 'so som somaalia somali somalia somalie somalija somalis somalsko szomalia σομαλια сомали сомалия сомалија сомалі סומליה
        الصومال سومالی سومالیه सोमालिया โซมาเลีย 소말리아 ソマリア 索馬利亞 索馬里 索马里'),
    ('SR', 'sr sur surinam surinama surinamas suriname surinami σουριναμ суринам סורינאם سورينام سورینام सूरीनाम ซูรินาเม 수리남 スリナム
        苏里南 蘇利南 蘇里南'),
    ('SS', 'delszudan dienvidsudana etelasudan guneysudan hegosudan jiznisudan juznisudan juznysudan lounasudaan namsudan pietusudanas
        soudandusud southsudan ss ssd sudandelsud sudandelsur sudandosur sudaniijugut sudanpołudniowy sudanselatan sudanuldesud
        sudaodosul sudsudan suidsoedan suðursudan sydsudan sørsudan zuidsoedan νοτιοσουδαν південниисудан юженсудан южныисудан
        јужнисудан דרוםסודן جنوبالسودان سودانجنوبی दक्षिणसूडान ซูดานใต้ 남수단 南スーダン 南苏丹 南蘇丹'),
    ('ST', 'santomeeprincipe santomeirprinsipe santomeunprinsipi santotomeyprincipe saotomeandprincipe saotomedanprincipe
        saotomeenprincipe saotomeeprincipe saotomeesprincipe saotomeetaprincipe saotomeetprincipe saotomeinprincipe saotomeiprincipe
        saotomejaprincipe saotomeochprincipe saotomeogprincipe saotomeogprinsipe saotomeprincipe saotomesiprincipe saotomeundprincipe
        saotomevaprincipe saotomeveprincipe st stp svatytomasaprincovostrov svatytomasaprincuvostrov svetitomaiprincip
        wyspyswietegotomaszaiksiazeca σαοτομεκαιπρινσιπε сантомеипринсипи сантомеіпринсіпі саотомеипринсипи саотомеипринципе
        סאוטומהופרינסיפה ساوتوميوبرينسيبي سائوتومهوپرینسیپ साओटोमऔरप्रिंसिपे เซาตูเมและปรินซิปี 상투메프린시페 サントメプリンシペ 圣多美和普林西比
        聖多美和普林西比 聖多美普林西比'),
    ('SV', 'elsalvador osalvador salvador salvadora salvadoras salwador slv sv ελσαλβαδορ салвадор сальвадор אלסלבדור السالوادور
        السلفادور السلوادور अलसल्वाडोर เอลซัลวาดอร์ 엘살바도르 エルサルバドル 萨尔瓦多 薩爾瓦多'),
    ('SX', 'saintmartinpartieneerlandaise saintmartinpaysbas saomartinhosintmaarten sintmaarten sintmarten sintmartena sintmartenas
        svatymartinhol svatymartinnizozemsko svetimartinholandija sx sxm αγιοςμαρτινοςολλανδικοτμημα светимартинхоландија синтмартен
        сінтмартен סנטמארטן سانتمارتن سنتمارتن सिंटमार्टिन ซินต์มาร์เทน 신트마르턴 シントマールテン 荷属圣马丁 荷屬聖馬丁'),
    ('SY', 'siri siria sirie sirija suriah suriye suuria sy syr syria syrianarabrepublic syrie syrien syrland syyria sziria συρια
        сирия сирија сирія סוריה سوريا سوریه सीरिया ซีเรีย 시리아 シリア 叙利亚 敘利亞'),
    ('SZ', 'essuatini esuatini esvatini eswatini svaasimaa svatini svazilandas svazilend swaziland swazilandia swz sz szvazifold
        εσουατινι есватини есватіні свазиленд эсватини אסוואטיני اسواتینی إسواتيني एस्वाटिनी เอสวาตีนี 에스와티니 エスワティニ 史瓦帝尼 斯威士兰
        斯威士蘭'),
    ('TC', 'ilesturquesetcaiques ilhasturcasecaicos illasturksecaicos illesturksicaicos insuleleturkssicaicos ishujtturksdhekaikos
        islasturcasycaicos isoleturksecaicos kepulauanturksdancaicos ostrvaturksikaikos otociturksicaicos otokiturksincaicos
        quanđaoturksvacaicos tc tca terksasunkaikosassalas terksoirkaikososalos turketacaicouharteak turksacaicos
        turksandcaicosislands turkscaicosislands turksencaicoseilande turksencaicoseilanden turksescaicosszigetek turksicaicos
        turksjacaicos turksjacaicossaaret turksochcaicosoarna turksogcaicoseyjar turksogcaicosøerne turksogcaicosøyene
        turksundcaicosinseln turksvecaicosadaları νησοιτερκςκαικαικος острватурксикаикос островитерксікаикос островитърксикаикос
        терксикаикос אייטרקסוקייקוס جزایرتورکسوکایکوس جزرتوركسوكايكوس तुर्कऔरकैकोज़द्वीपसमूह หมู่เกาะเติกส์และหมู่เกาะเคคอส
        터크스케이커스제도 タークスカイコス諸島 土克斯及開科斯群島 特克斯和凯科斯群岛 特克斯和凱科斯群島'),
    ('TD', 'cad cada cadas chad chade ciad csad czad tcd tchad td tsaad tsad tschad tsjaad tsjad txad τσαντ чад צ׳אד تشاد چاد चाड ชาด
        차드 チャド 乍得 查德'),
    ('TF', 'atf defranskebesiddelseridetsydligeindiskeoceanogantarktis defranskesørterritorier franciadeliteruletek
        francijasdienvidjuruteritorija francoskojuznoozemlje francouzskajizniuzemi francuskejuzneteritorije
        francuskieterytoriapołudnioweiantarktyczne francuskijuzniteritoriji francuzskejuzneaantarktickeuzemia
        fransegebiedenindezuidelijkeindischeoceaan fransesuidelikegebiede franskasydterritorierna fransızguneytoprakları
        franzosischesudundantarktisgebiete frenchsouthernterritories fronskusuðlægulandsvæðin hegoaldekolurraldefrantsesak
        lanhthophianamthuocphap prancuzijospietusritys prantsuselounaalad ranskanetelaisetjaantarktisetalueet
        teritoriileaustralesiantarcticefranceze terreaustralifrancesi terresaustralesfrancaises terresaustralsantartiquesfranceses
        territoretjugorefranceze territoriosaustraisfranceses territoriosaustralesfranceses territoriosfrancesesdosul tf
        wilayahselatanperancis wilayahselatanprancis γαλλικανοτιαεδαφη французскиеюжныетерритории французькіпівденнітериторіі
        францускејужнетериторије френскиюжнитеритории הטריטוריותהדרומיותשלצרפת الأقاليمالجنوبيةالفرنسية سرزمین‌هایجنوبیفرانسه
        फ़्रांसीसीदक्षिणीक्षेत्र เฟรนช์เซาเทิร์นเทร์ริทอรีส์ 프랑스령남방지역 仏領極南諸島 法属南部领地 法屬南部屬地 法屬南部領地'),
    ('TG', 'tg tgo togas togo τογκο того טוגו توغو توگو टोगो โตโก 토고 トーゴ 多哥'),
    ('TH', 'tai tailand tailandas tailandia taizeme tajland tajlande tajlandia tajska tayland th tha thaifold thailan thailand
        thailanda thailande thailandia thaimaa thajsko ταιλανδη таиланд таіланд тајланд תאילנד تايلاند تایلند थाईलैंड ไทย 태국 タイ 泰国
        泰國'),
    ('TJ', 'tacikistan tadjikistan tadjiquistao tadschikistan tadsikistan tadsjikistan tadzikija tadzikistan tadzikistana tadzjikistan
        tadzsikisztan tadzykistan tagikistan tajikistan tajiquistao taxhikistan taxiquistan tayikistan tj tjk τατζικισταν таджикистан
        таџикистан טג׳יקיסטן تاجکستان تاجیکستان طاجيكستان ताजिकिस्तान ทาจิกิสถาน 타지키스탄 タジキスタン 塔吉克 塔吉克斯坦'),
    ('TK', 'tk tkl tokela tokelau tokelauoarna toquelau τοκελαου токелау טוקלאו توكيلاو توکلائو तोकेलाउ โตเกเลา 토켈라우 トケラウ 托克劳
        托克勞群島'),
    ('TL', 'austrumtimora easttimor ekialdekotimor idatimor itatimor kelettimor oostimor oosttimor osttimor rytutimoras timorest
        timorleste timorlesteistocnitimor timororiental timorwschodni tl tls vychodnitimor vychodnytimor østtimor τιμορλεστε
        восточныитимор тиморлесте тиморлестеисточнитимор тиморлешті טימורלסטה تيمورليشتي تیمورلسته तिमोरलेस्त ติมอร์เลสเต 동티모르
        东帝汶 東ティモール 東帝汶'),
    ('TM', 'tkm tm turcomenistao turkmenistan turkmenistana turkmenistanas turkmenisztan turkmensko turquemenistao τουρκμενισταν
        туркменистан туркменістан טורקמניסטן تركمانستان ترکمنستان तुर्कमेनिस्तान เติร์กเมนิสถาน 투르크메니스탄 トルクメニスタン 土库曼斯坦 土庫曼'),
    ('TN', 'tn tun tuneesia tunesie tunesien tunez tunezia tunezja tunis tunisas tunisia tunisie tunisien tunisija tunisko tunizi
        tunizija tunus τυνησια тунис туніс תוניסיה تونس ट्यूनीशिया ตูนิเซีย 튀니지 チュニジア 突尼斯 突尼西亞'),
    ('TO', 'to ton tonga τονγκα тонга טונגה تونغا تونگا टोंगा ตองกา 통가 トンガ 東加 汤加 湯加'),
    ('TR', 'republicofturkey thonhiky torokorszag tr tur turchia turcia turcija turcja turecko turgi turkei turkey turki turkia
        turkiet turkija turkije turkiye turkki turkye turqi turquia turquie turska tyrkia tyrkiet tyrkland τουρκια туреччина турска
        турция טורקיה تركيا ترکیه तुर्किये ตุรกี 튀르키예 トルコ 土耳其'),
    ('TT', 'trindadeetobago trinidad trinidadandtobago trinidadasirtobagas trinidadatobago trinidadauntobago trinidaddantobago
        trinidadentobago trinidadestobago trinidadetatobago trinidadetobago trinidadintobago trinidaditobago trinidadjatobago
        trinidadochtobago trinidadogtobago trinidadsitobago trinidadtobago trinidadundtobago trinidadvatobago trinidadvetobago
        trinidadytobago triniteettobago trynidaditobago tt tto τρινινταντκαιτομπαγκο тринидадитобаго тринідадітобаго טרינידדוטובגו
        ترينيدادوتوباغو ترینیدادوتوباگو त्रिनिदादऔरटोबैगो ตรินิแดดและโตเบโก 트리니다드토바고 トリニダードトバゴ 千里達及托巴哥 千里達和多巴哥 特立尼达和多巴哥'),
    ('TV', 'tuv tuvalu tv τουβαλου тувалу טובאלו توفالو تووالو तुवालू ตูวาลู 투발루 ツバル 吐瓦魯 图瓦卢 圖瓦盧'),
    ('TW', 'chinesetaipei republicofchina taivan taivana taivanas taiwan taiwanprovinceofchina taiwanroc tajvan tajwan tayvan tchajwan
        tw twn đailoan ταιβαν таиван таивань тајван טייוואן تايوان تایوان ताइवान ไต้หวัน 대만 台湾 台灣'),
    ('TZ', 'tansaania tansania tanzani tanzania tanzaniaunitedrepublicof tanzanie tanzanija tanzanya tz tza unitedrepublicoftanzania
        τανζανια танзания танзанија танзанія טנזניה تانزانیا تنزانيا तंज़ानिया แทนซาเนีย 탄자니아 タンザニア 坦尚尼亞 坦桑尼亚 坦桑尼亞'),
    ('UA', 'oekraine ua ucraina ucrania ukr ukraina ukraine ukrajina ukrajna ukrayna ουκρανια украина украіна украјина אוקראינה
        اوکراین أوكرانيا यूक्रेन ยูเครน 우크라이나 ウクライナ 乌克兰 烏克蘭'),
    ('UG', 'oeganda ouganda ug uga uganda ugande ουγκαντα уганда אוגנדה اوگاندا أوغندا یوگاندا युगांडा ยูกันดา 우간다 ウガンダ 乌干达 烏干達'),
    ('UM', 'abdkucukhariciadaları amerikanischeuberseeinseln amerikanskeoversøiskeøer
        ameriketakoestatubatuetakokanpoaldekouhartetxikiak asvmazasaizjurassalas azusalakatlankulbirtokai cactieuđaoxacuahoaky
        dalekiewyspymniejszestanowzjednoczonych ilesmineureseloigneesdesetatsunis ilhasmenoresafastadasdoseua
        ilhasmenoresdistantesdoseua illasmenoresdistantesdosestadosunidos illesmenorsallunyadesdelsestatsunits
        insuleleindepartatealesua ishujtperiferiketeshbase islasmenoresalejadasdeeeuu islasultramarinasdeeeuu
        isoleminoriesternedeglistatiuniti jungtiniuvalstijumazosiostolimosiossalos kepulauanterluaras kepulauanterpencilas
        kleinafgeleeeilandevandievsa kleineafgelegeneilandenvandeverenigdestaten maliudaljeniotocisada manjaudaljenaostrvasad
        mensieodlahleostrovyusa mensiodlehleostrovyusa smaeyjarbandarikjanna spoljnaostrvasad stranskizunanjiotokizdruzenihdrzav
        udaljenaostrvasad uhendriikidehajasaared um umi usasytreøyer usasyttreoar usoutlyingislands yhdysvaltainerillissaaret
        απομακρυσμενεςνησιδεςηπα внешниемалыеовасша віддаленіостровисша малыетихоокеанскиеотдаленныеостровасша мањаудаљенаострвасад
        отдалечениостровинасащ спољнаострвасад удаљенаострвасад האייםהמרוחקיםהקטניםשלארה״ב جزایردورافتادهٔایالاتمتحده
        جزرالولاياتالمتحدةالنائية यू॰एस॰आउटलाइंगद्वीपसमूह หมู่เกาะรอบนอกของสหรัฐอเมริกา 미국령해외제도 合衆国領有小離島 美国本土外小岛屿 美國本土外小島嶼'),
    ('US', 'ameerikauhendriigid america amerikabirlesikdevletleri amerikaserikat amerikassavienotasvalstis amerikasyarikat
        ameriketakoestatubatuak bandarikin eeuu egyesultallamok estadosunidos estadosunidosdeamerica estatsunits etatsunis
        etatsunisdamerique eua hoaky jungtinesvalstijos shba sjedinjeneamerickedrzave sjedinjenedrzave spojenestaty stanyzjednoczone
        stateleunitealeamericii statiuniti statiunitidamerica theunitedstates theunitedstatesofamerica unitedsates unitedstate
        unitedstates unitedstatesofamerica unitedstatesus unitedstatesusa unitesstates us usa usaunitedstates usofa vereinigtestaaten
        vereinigtestaatenvonamerika verenigdestaten verenigdestatevanamerika yhdysvallat zdruzenedrzaveamerike ηνωμενεςπολιτειες
        соединенныештаты сполученіштати сша съединенищати сједињенедржаве ארצותהברית الولاياتالمتحدة ایالاتمتحده संयुक्तराज्य
        สหรัฐอเมริกา 미국 アメリカ アメリカ合衆国 米国 美国 美國'),
    ('UY', 'uruguai uruguaj uruguay urugvaj urugvaja urugvajus urugvæ urugwaj ury uy ουρουγουαη уругваи уругвај אורוגוואי اروگوئه
        أورغواي أوروغواي یوروگوای उरूग्वे อุรุกวัย 우루과이 ウルグアイ 乌拉圭 烏拉圭'),
    ('UZ', 'oesbekistan oezbekistan ouzbekistan ozbekistan usbekistan usbequistao uz uzb uzbegisztan uzbekistan uzbekistana
        uzbekistanas uzbequistao ουζμπεκισταν узбекистан אוזבקיסטן ازبکستان أوزبكستان उज़्बेकिस्तान อุซเบกิสถาน 우즈베키스탄
        ウズベキスタン 乌兹别克斯坦 烏茲別克'),
    ('VA', 'cidadedovaticano citeduvatican cittadelvaticano ciudaddelvaticano ciutatdelvatica etatdelaciteduvatican holysee
        holyseevaticancitystate kotavatican statulcetatiivaticanului thanhvatican va vat vaticaanstad vatican vaticancity vatikaani
        vatikaanstad vatikan vatikanið vatikanohiria vatikanomiestovalstybe vatikans vatikanstadt vatikanstaten watykan βατικανο
        ватикан הוותיקן الفاتيكان واتیکان वेटिकनसिटी นครวาติกัน 바티칸시국 バチカン市国 梵蒂冈 梵蒂岡'),
    ('VC', 'saintvincentandthegrenadines saintvincentdangrenadine saintvincentdangrenadines saintvincentegrenadine
        saintvincentendegrenadines saintvincentesagrenadineszigetek saintvincentetagrenadinak saintvincentetlesgrenadines
        saintvincentigrenadyny saintvincentilesgrenadines saintvincentingrenadine saintvincentjagrenadiinid saintvincentjagrenadiinit
        saintvincentoggrenadinerne saintvincentsigrenadinele saintvincentvegrenadinler sanktivinsentoggrenadineyjar
        sanvicenteeasgranadinas sanvicenteylasgranadinas saovicenteegranadinas sentvinsentaungrenadinas sentvinsentigrenadini
        shenvincentdhegrenadine sintvincentendiegrenadine stvincent stvincentandthegrenadines stvincentgrenadines
        stvincentochgrenadinerna stvincentoggrenadinene stvincentthegrenadines stvincentunddiegrenadinen stvincentvagrenadines
        svatyvincencagrenadiny svatyvincentagrenadiny sventasisvincentasirgrenadinai svetivincentigrenadini svetivinsentigrenadini vc
        vct αγιοςβικεντιοςκαιγρεναδινες светивинсентигренадини сеинтвинсънтигренадини сентвинсентигренадини сентвинсентигренадины
        сентвінсентігренадіни סנטוינסנטוהגרנדינים سانتفنسنتوجزرغرينادين سنتوینسنتوگرنادین سنتوینسنتوگرنادین‌ها
        सेंटविंसेंटऔरग्रेनाडाइंस เซนต์วินเซนต์และเกรนาดีนส์ 세인트빈센트그레나딘 セントビンセント及びグレナディーン諸島 圣文森特和格林纳丁斯 聖文森及格瑞那丁
        聖文森特和格林納丁斯'),
    ('VE', 'bolivarianrepublicofvenezuela ve ven venecuela venesuela venezuela venezuelabolivarianrepublicof venezuele wenezuela
        βενεζουελα венесуела венесуэла венецуела ונצואלה فنزويلا ونزوئلا ونزویلا वेनेज़ुएला เวเนซุเอลา 베네수엘라 ベネズエラ 委內瑞拉 委内瑞拉'),
    ('VG', 'birjinauhartebritainiarrak breskujomfruaeyjar britanskadevicanskaostrva britanskadjevicanskaostrva britanskideviskiotoki
        britanskidjevicanskiotoci britanyavirjinadaları britineitsisaared britischejungferninseln britishvirginislands
        britsemaagdeeilande britsemaagdeneilanden britskepanenskeostrovy brittilaisetneitsytsaaret brittiskajungfruoarna
        brituvirdzinas britvirginszigetek brytyjskiewyspydziewicze debritiskejomfruøer debritiskejomfruøyene
        didziosiosbritanijosmergeliusalos ilesviergesbritanniques ilhasvirgensbritanicas illasvirxesbritanicas illesvergesbritaniques
        insulelevirginebritanice ishujtevirgjerbritanike islasvirgenesbritanicas isoleverginibritanniche kepulauanvirginbritaniaraya
        kepulauanvirginbritish quanđaovirginthuocanh vg vgb virginislandsbritish βρετανικεςπαρθενεςνησοι британскадевичанскаострва
        британскадјевичанскаострва британскивирджинскиострови британськівіргінськіострови виргинскиеовавеликобритания
        אייהבתולההבריטיים جزایرویرجینبریتانیا جزرفيرجنالبريطانية ब्रिटिशवर्जिनद्वीपसमूह หมู่เกาะบริติชเวอร์จิน
        영국령버진아일랜드 英属维尔京群岛 英屬維京群島 英屬維爾京群島 英領ヴァージン諸島'),
    ('VI', 'abdvirjinadaları americkadevicanskaostrva americkadjevicanskaostrva americkepanenskeostrovy americkidjevicanskiotoci
        amerikaansemaagdeneilanden amerikaivirginszigetek amerikanischejungferninseln amerikanskajungfruoarna ameriskideviskiotoki
        asvvirdzinas bandariskujomfruaeyjar birjinauharteamerikarrak deamerikanskejomfruøer deamerikanskejomfruøyene
        ilesviergesamericaines ilesviergesdesetatsunis ilhasvirgensamericanas ilhasvirgensdoseua illasvirxesestadounidenses
        illesvergesdelsestatsunits insulelevirgineamericane ishujtevirgjerteshbase islasvirgenesdeeeuu isoleverginiamericane
        jungtiniuvalstijumergeliusalos kepulauanvirginamerikaserikat kepulauanvirginas quanđaovirginthuochoaky
        unitedstatesvirginislands usaneitsisaared usvirginislands vi vir virginislandsus virginislandsusa vsasemaagdeeilande
        wyspydziewiczestanowzjednoczonych yhdysvaltainneitsytsaaret αμερικανικεςπαρθενεςνησοι американскивирджинскиострови
        америчкадевичанскаострва америчкадјевичанскаострва виргинскиеовасша віргінськіостровисша אייהבתולהשלארצותהברית
        جزایرویرجینایالاتمتحده جزرفيرجنالأمريكية यू॰एस॰वर्जिनद्वीपसमूह หมู่เกาะเวอร์จินของสหรัฐอเมริกา 미국령버진아일랜드
        米領ヴァージン諸島 美属维尔京群岛 美屬維京群島 美屬維爾京群島'),
    ('VN', 'socialistrepublicofvietnam vietna vietnam vietnamas vietname vijetnam vjetnama vn vnm wietnam βιετναμ виетнам вијетнам
        вьетнам вєтнам וייטנאם فيتنام ویتنام वियतनाम เวียดนาม 베트남 ベトナム 越南'),
    ('VU', 'vanuatu vu vut βανουατου вануату ונואטו فانواتو وانواتو वनुआतू วานูอาตู 바누아투 バヌアツ 瓦努阿图 瓦努阿圖 萬那杜'),
    ('WF', 'kepulauanwallisdanfutuna uollisefutuna valisifutuna volisasirfutuna volisaunfutunassalas wallisafutuna wallisandfutuna
        wallisdanfutuna wallisefutuna wallisenfutuna wallisesfutuna wallisetafutuna wallisetfutuna wallisfutuna wallisifutuna
        wallisinfutuna wallisjafutuna wallisochfutunaoarna wallisogfutuna wallisogfutunaeyjar wallissifutuna wallisundfutuna
        wallisvafutuna wallisvefutuna wallisyfutuna wf wlf γουαλιςκαιφουτουνα валисифутуна уолисифутуна уоллисифутуна уоллісіфутуна
        אייווליסופוטונה جزروالسوفوتونا والیسوفوتونا वालिसऔरफ़्यूचूना วาลลิสและฟุตูนา 왈리스푸투나제도 ウォリスフツナ 瓦利斯和富图纳 瓦利斯群島和富圖那群島'),
    ('WS', 'samoa szamoa ws wsm σαμοα самоа סמואה ساموا ساموآ समोआ ซามัว 사모아 サモア 萨摩亚 薩摩亞'),
    ('XK', 'kosova kosovo'),
    ('YE', 'iemen jeemen jemen jemena jemenas yaman ye yem yemen υεμενη иемен ємен јемен תימן اليمن یمن यमन เยเมน 예멘 イエメン 也門 也门 葉門'),
    ('YT', 'maiote majot majota majotas majote majotta mayotte myt yt μαγιοτ маиот маиотта мајот מאיוט مايوت مایوت मायोते มายอต 마요트
        マヨット 馬約特 馬約特島 马约特'),
    ('ZA', 'africadesud africadosul afrikaejugut afrikaselatan afriquedusud delafrikaikoztarsasag dienvidafrikasrepublika etelaafrikka
        guneyafrika hegoafrika jihoafrickarepublika juznaafrika juznoafrickarepublika juznoafriskarepublika lounaaafrikavabariik
        namphi pietuafrika republicofsouthafrica republikapołudniowejafryki rsa southafrica sudafrica sudafrika suidafrika surafrica
        suðurafrika sydafrika sørafrika za zaf zuidafrika νοτιααφρικη південноафриканськареспубліка южнаафрика
        южноафриканскаяреспублика јужноафричкарепублика דרוםאפריקה افریقایجنوبی جنوبأفريقيا दक्षिणअफ़्रीका แอฟริกาใต้ 남아프리카
        南アフリカ 南非'),
    ('ZM', 'sambia zambi zambia zambie zambija zambiya zm zmb ζαμπια замбия замбија замбія זמביה زامبيا زامبیا ज़ाम्बिया แซมเบีย
        잠비아 ザンビア 尚比亞 贊比亞 赞比亚'),
    ('ZW', 'simbabve simbabwe zimbabue zimbabve zimbabwe zw zwe ζιμπαμπουε зимбабве зімбабве זימבבואה زيمبابوي زیمبابوه زیمبابوی
        ज़िम्बाब्वे ซิมบับเว 짐바브웨 ジンバブエ 津巴布韋 津巴布韦 辛巴威')
) AS c (code, names)
CROSS JOIN LATERAL regexp_split_to_table(c.names, '\s+') AS n (name);

-- What a telephone number says as E.164 in a region, where only the numbering plans of the world tell: they are the program's, which looks at
-- what it does not find here before rules are run. NULL: it is no number.
CREATE TABLE shq.known_phone (
    written  TEXT NOT NULL CHECK (length(written) <= 100),
    region   TEXT NOT NULL,
    e164     TEXT,
    looked_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (written, region)
);

GRANT SELECT ON shq.country_name, shq.known_phone TO PUBLIC;
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'intake.company_raw_intake'::regclass AND a.grantee <> c.relowner AND a.privilege_type = 'UPDATE'
    LOOP
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON shq.known_phone TO %s', allowed.grantee);
    END LOOP;
END $$;
