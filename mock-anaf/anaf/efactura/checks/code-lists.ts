const codes = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Type codes of invoices: the codes of UNTDID 1001 that CIUS-RO allows (BR-RO-020). */
export const invoiceTypes = codes('380 384 389 751');
/** Type code of credit notes. */
export const creditNoteTypes = codes('381');

/** VAT categories: the codes of UNTDID 5305 that EN 16931 allows. */
export const vatCategories = codes('AE L M E S Z G O K B');

/** Codes of the VAT point date: the codes of UNTDID 2005 that CIUS-RO allows (BR-RO-040). */
export const vatPointCodes = codes('3 35 432');

/** ISO 3166-2:RO, the counties and București. */
export const counties = codes(`
  RO-AB RO-AG RO-AR RO-B RO-BC RO-BH RO-BN RO-BR RO-BT RO-BV RO-BZ RO-CJ RO-CL RO-CS RO-CT RO-CV RO-DB RO-DJ RO-GJ RO-GL
  RO-GR RO-HD RO-HR RO-IF RO-IL RO-IS RO-MH RO-MM RO-MS RO-NT RO-OT RO-PH RO-SB RO-SJ RO-SM RO-SV RO-TL RO-TM RO-TR RO-VL
  RO-VN RO-VS`);

/** The only allowed city names in an address in București (RO-B). */
export const sectors = codes('SECTOR1 SECTOR2 SECTOR3 SECTOR4 SECTOR5 SECTOR6');

/** Currency codes of ISO 4217. */
export const currencies = codes(`
  AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
  CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
  HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
  MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
  RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
  USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW
  ZWL`);

/** Two-letter country codes of ISO 3166-1, with 1A (Kosovo) and XI (Northern Ireland), which EN 16931 adds. */
export const countries = codes(`
  1A AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
  CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG
  GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR
  KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF
  NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
  SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI
  YE YT ZA ZM ZW`);

/** Whether a VAT number may begin with these letters: a country code, or EL for Greece. */
export function isVatPrefix(prefix: string): boolean {
  return countries.has(prefix) || prefix === 'EL';
}

/** Whether a code is in UNTDID 4461: 1 to 70, 74 to 78, 91 to 98, and ZZZ. */
export function isPaymentMeans(code: string): boolean {
  if (code === 'ZZZ') return true;
  const number = /^[1-9]\d?$/.test(code) ? Number(code) : 0;
  return [
    [1, 70],
    [74, 78],
    [91, 98],
  ].some(([from = 0, to = 0]) => from <= number && number <= to);
}

/** Whether a unit code has a valid format. The about two thousand codes of UN/ECE recommendations 20 and 21 are not compared. */
export function hasFormOfUnit(code: string): boolean {
  return /^[A-Z0-9]{2,3}$/.test(code);
}
