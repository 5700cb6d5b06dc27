/**
 * Larger towns with the postcode of their centre and thousands of inhabitants (rounded, around 2023):
 * a stand-in for population, which neither source carries. Used for ranking suggestions and map labels.
 */
const listed = `
Zürich 8001 427|Genève 1204 204|Basel 4051 174|Lausanne 1003 141|Bern 3011 135|Winterthur 8400 116|Luzern 6003 83
St. Gallen 9000 77|Lugano 6900 63|Biel/Bienne 2502 55|Bellinzona 6500 44|Thun 3600 44|Köniz 3098 43|Fribourg 1700 38
La Chaux-de-Fonds 2300 37|Schaffhausen 8200 37|Chur 7000 38|Vernier 1214 35|Uster 8610 36|Sion 1950 35|Neuchâtel 2000 45
Lancy 1212 34|Emmen 6032 31|Zug 6300 31|Yverdon-les-Bains 1400 30|Dübendorf 8600 30|Dietikon 8953 28|Montreux 1820 26
Kriens 6010 28|Rapperswil SG 8640 27|Jona 8645 20|Meyrin 1217 26|Frauenfeld 8500 26|Wetzikon ZH 8620 25|Baar 6340 25
Renens VD 1020 21|Allschwil 4123 22|Bulle 1630 25|Nyon 1260 22|Wil SG 9500 24|Horgen 8810 23|Carouge GE 1227 23
Kreuzlingen 8280 22|Wädenswil 8820 24|Riehen 4125 22|Aarau 5000 22|Muttenz 4132 18|Wettingen 5430 21|Bülach 8180 23
Vevey 1800 20|Baden 5400 23|Opfikon 8152 21|Kloten 8302 20|Adliswil 8134 19|Reinach BL 4153 19|Onex 1213 19
Olten 4600 19|Regensdorf 8105 19|Martigny 1920 21|Gossau SG 9200 18|Grenchen 2540 17|Volketswil 8604 19
Solothurn 4500 17|Pratteln 4133 17|Schlieren 8952 20|Sierre 3960 17|Illnau 8308 12|Binningen 4102 16|Burgdorf 3400 17
Pully 1009 19|Ostermundigen 3072 18|Thalwil 8800 18|Freienbach 8807 16|Monthey 1870 19|Cham 6330 17|Steffisburg 3612 16
Wallisellen 8304 17|Locarno 6600 16|Langenthal 4900 16|Morges 1110 18|Herisau 9100 16|Stäfa 8712 15|Arbon 9320 15
Einsiedeln 8840 16|Schwyz 6430 15|Küsnacht ZH 8700 14|Meilen 8706 15|Zollikon 8702 13|Liestal 4410 15|Brig 3900 14
Richterswil 8805 14|Muri b. Bern 3074 13|Mendrisio 6850 15|Küssnacht am Rigi 6403 13|Gland 1196 14|Rheinfelden 4310 14
Ecublens VD 1024 13|Rüti ZH 8630 13|Prilly 1008 12|Affoltern am Albis 8910 13|Münsingen 3110 13|Delémont 2800 13
Chêne-Bougeries 1224 13|Amriswil 8580 14|Arth 6415 12|Ebikon 6030 14|Spiez 3700 13|Lyss 3250 16|Versoix 1290 13
Buchs SG 9470 13|Davos Platz 7270 11|Worb 3076 11|Brugg AG 5200 13|Wohlen AG 5610 17|Spreitenbach 8957 12|Birsfelden 4127 10
Oftringen 4665 15|Zofingen 4800 12|Möhlin 4313 11|Lenzburg 5600 11|Suhr 5034 11|Altstätten SG 9450 12|Flawil 9230 11
Weinfelden 8570 12|Romanshorn 8590 11|Stans 6370 9|Sarnen 6060 11|Altdorf UR 6460 10|Glarus 8750 12|Appenzell 9050 6
Le Locle 2400 10|Val-de-Travers 2114 10|Porrentruy 2900 7|Moutier 2740 7|Saint-Imier 2610 5|Interlaken 3800 6|Murten 3280 9
Estavayer-le-Lac 1470 10|Payerne 1530 10|Aigle 1860 11|Bex 1880 8|Vevey 1800 20|La Tour-de-Peilz 1814 12|Visp 3930 8
Naters 3904 11|Zermatt 3920 6|Chiasso 6830 8|Minusio 6648 7|Ascona 6612 5|Losone 6616 7|Biasca 6710 6|Airolo 6780 2
Arosa 7050 3|St. Moritz 7500 5|Landquart 7302 9|Ilanz 7130 5|Thusis 7430 3|Scuol 7550 5|Poschiavo 7742 4|Disentis/Mustér 7180 2
Andermatt 6490 2|Engelberg 6390 5|Sursee 6210 10|Willisau 6130 9|Hochdorf 6280 10|Wolhusen 6110 4|Sargans 7320 6
Wattwil 9630 9|Uzwil 9240 13|Rorschach 9400 10|Heerbrugg 9435 6|Laufen 4242 6|Sissach 4450 7|Arlesheim 4144 9
Bottmingen 4103 7|Oberwil BL 4104 11|Therwil 4106 10|Münchenstein 4142 12|Aesch BL 4147 11|Gelterkinden 4460 6
Langnau im Emmental 3550 9|Ittigen 3063 11|Zollikofen 3052 11|Belp 3123 11|Frutigen 3714 7|Meiringen 3860 5|Gstaad 3780 3
Zweisimmen 3770 3|Saanen 3792 7|Tramelan 2720 5|Sainte-Croix 1450 5|Orbe 1350 7|Echallens 1040 7|Villeneuve VD 1844 6
`;

export type Town = { name: string; postcode: string; thousands: number };

export const towns: Town[] = listed
  .trim()
  .split(/[|\n]/)
  .flatMap((entry) => {
    const found = /^(.+) (\d{4}) (\d+)$/.exec(entry.trim());
    return found ? [{ name: found[1] ?? "", postcode: found[2] ?? "", thousands: Number(found[3]) }] : [];
  });
