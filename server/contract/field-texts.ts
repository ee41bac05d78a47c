/** What the schemas say of a field that is not right: they carry the English, the answer finds the Swedish by it. */
export const FIELD_TEXTS = {
  instant: {
    en: 'Give an instant such as 2026-11-27T21:00:00Z.',
    sv: 'Ange en tidpunkt, till exempel 2026-11-27T21:00:00Z.',
  },
  instantRange: {
    en: 'Give an instant of the years 2000–2099.',
    sv: 'Ange en tidpunkt under åren 2000–2099.',
  },
  id: { en: 'Give a UUID.', sv: 'Ange ett UUID.' },
  newId: { en: 'Make a UUIDv7 for a new thing.', sv: 'Skapa ett UUIDv7 för det nya.' },
  date: {
    en: 'Give a date such as 2026-11-27, of the years 2000–2099.',
    sv: 'Ange ett datum, till exempel 2026-11-27, under åren 2000–2099.',
  },
  tertial: {
    en: 'Give a tertial such as 2026-T2.',
    sv: 'Ange ett tertial, till exempel 2026-T2.',
  },
  time: {
    en: 'Give a time of day such as 21:30.',
    sv: 'Ange ett klockslag, till exempel 21:30.',
  },
  municipality: {
    en: 'Give the four digits of a municipality, such as 0482.',
    sv: 'Ange kommunens fyra siffror, till exempel 0482.',
  },
  lonLat: {
    en: 'Give [longitude, latitude] in degrees.',
    sv: 'Ange [longitud, latitud] i grader.',
  },
  text: {
    en: 'Leave out control characters and what turns the direction of the text.',
    sv: 'Ta bort styrtecken och det som vänder textens riktning.',
  },
  periodOrder: {
    en: 'The last day is before the first.',
    sv: 'Sista dagen ligger före den första.',
  },
  longReport: { en: 'Ask for 20 years at most.', sv: 'Fråga efter högst 20 år.' },
  longList: { en: 'Ask for a year at most.', sv: 'Fråga efter högst ett år.' },
  longVisitBook: {
    en: 'Ask for a tertial (123 days) at most, or take the visits as CSV.',
    sv: 'Fråga efter högst ett tertial (123 dygn), eller ta besöken som CSV.',
  },
  longPromise: { en: 'Promise for five years at most.', sv: 'Lova för högst fem år.' },
  eveningTarget: {
    en: 'An evening target belongs to walks alone: leave it out.',
    sv: 'Kvällsmål hör bara till vandringar: utelämna det.',
  },
  eveningWithinTarget: {
    en: 'Of the walks, no more can be in the evening than there are to be: lower it.',
    sv: 'Fler kvällsvandringar än vandringar går inte att lova: sänk kvällsmålet.',
  },
  wholeInterval: {
    en: 'Give both ends of the interval, or neither.',
    sv: 'Ange båda ändarna av intervallet, eller ingen.',
  },
  intervalAround: {
    en: 'The interval must hold the value.',
    sv: 'Intervallet ska omfatta värdet.',
  },
  code: {
    en: 'Use two characters that can be said on the radio, such as R1.',
    sv: 'Använd två tecken som går att säga i radio, till exempel R1.',
  },
  weekdays: { en: 'Name each weekday once.', sv: 'Ange varje veckodag en gång.' },
  weekdayList: {
    en: 'Give weekdays with commas between, 1 = Monday: 5,6.',
    sv: 'Ange veckodagar med komma emellan, 1 = måndag: 5,6.',
  },
  bothHours: {
    en: 'Give both fromHour and toHour, or neither.',
    sv: 'Ange både fromHour och toHour, eller ingen av dem.',
  },
  longFilter: {
    en: 'Ask for a year at most when you choose weekdays or hours.',
    sv: 'Fråga efter högst ett år när du väljer veckodagar eller timmar.',
  },
  longGaps: {
    en: 'Ask for a year at most when the rows are gaps.',
    sv: 'Fråga efter högst ett år när raderna är luckor.',
  },
  longRedrawn: {
    en: 'Ask for a year at most on today’s borders.',
    sv: 'Fråga efter högst ett år på dagens gränser.',
  },
  exceptions: { en: 'Name each date once.', sv: 'Ange varje datum en gång.' },
  dateOrder: {
    en: 'The last date is before the first.',
    sv: 'Sista datumet ligger före det första.',
  },
  doseOrder: {
    en: 'Keep countsFromMin ≤ dwellMin ≤ ceilingMin.',
    sv: 'Dosen ska gälla: räknas från ≤ vistelse ≤ tak.',
  },
  windowIds: {
    en: 'Give each window an id of its own.',
    sv: 'Ge varje tidsfönster ett eget id.',
  },
  categoryCode: {
    en: 'Use small letters, digits and hyphens, beginning with a letter, 24 at most.',
    sv: 'Använd små bokstäver a–z, siffror och bindestreck, först en bokstav, högst 24.',
  },
  categoryCodes: {
    en: 'Give each category a code of its own.',
    sv: 'Ge varje kategori en egen kod.',
  },
  firstOfMonth: {
    en: 'Give the first day of a month, such as 2026-09-01.',
    sv: 'Ange den första dagen i en månad, till exempel 2026-09-01.',
  },
  beforeAfter: {
    en: 'The period after must begin when the one before has ended.',
    sv: 'Perioden efter måste börja när perioden före är slut.',
  },
  reasonNeeded: {
    en: 'Say why it will not be done.',
    sv: 'Skriv varför det inte blir gjort.',
  },
  reasonOnly: {
    en: 'A reason belongs to what will not be done: leave it out.',
    sv: 'Skäl anges bara för det som inte blir gjort: utelämna det.',
  },
  line: {
    en: 'Give a GeoJSON LineString of two positions or more.',
    sv: 'Ange en GeoJSON LineString med två punkter eller fler.',
  },
  file: { en: 'Send a file that is not empty.', sv: 'Skicka en fil som inte är tom.' },
  visitOrder: {
    en: 'The visit ends before it starts.',
    sv: 'Besöket slutar innan det börjar.',
  },
  weekShifts: { en: 'Name each shift once.', sv: 'Ange varje pass en gång.' },
  weekPlans: { en: 'Name each plan once.', sv: 'Ange varje plan en gång.' },
  slotIds: { en: 'Give each visit a slotId of its own.', sv: 'Ge varje besök ett eget slotId.' },
  username: {
    en: 'Use 2–40 of a–z, 0–9, dot, dash and underscore.',
    sv: 'Använd 2–40 av a–z, 0–9, punkt, bindestreck och understreck.',
  },
  passwordShort: {
    en: 'Use at least 12 characters.',
    sv: 'Använd minst 12 tecken.',
  },
  number: {
    en: 'Give a number, with a point for decimals.',
    sv: 'Ange ett tal, med punkt för decimaler.',
  },
  trackerTime: {
    en: 'Give seconds or milliseconds since 1970, or ISO 8601 with its offset.',
    sv: 'Ange sekunder eller millisekunder sedan 1970, eller ISO 8601 med tidszon.',
  },
  positionSpan: {
    en: 'Ask for at most 25 hours (the longest day), the end after the start.',
    sv: 'Fråga efter högst 25 timmar (det längsta dygnet), slutet efter början.',
  },
  passwordLong: { en: 'Use at most 200 characters.', sv: 'Använd högst 200 tecken.' },
} as const;
