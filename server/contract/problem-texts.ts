/** One sentence for each problem, in Swedish and English: what is wrong and what to do. */
import type { ProblemCode, Said } from './problem.ts';

export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, Said>> = {
  'bad-request': { sv: 'Anropet går inte att läsa.', en: 'The request cannot be read.' },
  'invalid-input': {
    sv: 'Något fält är fel ifyllt: se vilket nedan.',
    en: 'A field is not right: see which below.',
  },
  'invalid-geometry': {
    sv: 'Gränsen går inte att använda: se vad som är fel nedan.',
    en: 'The border cannot be used: see what is wrong below.',
  },
  'invalid-plan': {
    sv: 'Planen bryter mot en regel: se vilken nedan.',
    en: 'The plan breaks a rule: see which below.',
  },
  'invalid-shift': {
    sv: 'Passet går inte ihop: se vad som är fel nedan.',
    en: 'The shift does not add up: see what is wrong below.',
  },
  'invalid-track': {
    sv: 'Spåret går inte att läsa:',
    en: 'The track cannot be read:',
  },
  'invalid-incidents': {
    sv: 'Händelserna går inte att läsa in:',
    en: 'The incidents cannot be imported:',
  },
  'invalid-photo': {
    sv: 'Bilden går inte att använda:',
    en: 'The picture cannot be used:',
  },
  'invalid-walk': {
    sv: 'Vandringen går inte ihop: se vad som är fel nedan.',
    en: 'The walk does not add up: see what is wrong below.',
  },
  'personal-data-in-note': {
    sv: 'Anteckningen ser ut att innehålla uppgifter om en person. Ta bort dem, eller bekräfta att det inte är så.',
    en: 'The note seems to hold data on a person. Remove it, or confirm that it does not.',
  },
  'signed-out': { sv: 'Logga in först.', en: 'Sign in first.' },
  'wrong-credentials': {
    sv: 'Användarnamnet eller lösenordet stämmer inte.',
    en: 'The user name or the password is wrong.',
  },
  'link-not-valid': {
    sv: 'Länken gäller inte: den går att använda en gång, inom en timme. Be om en ny.',
    en: 'The link is not valid: it works once, within an hour. Ask for a new one.',
  },
  forbidden: {
    sv: 'Din roll har inte tillgång till det här.',
    en: 'Your role has no access to this.',
  },
  'foreign-origin': {
    sv: 'Anropet kom från en annan webbplats och har stoppats.',
    en: 'The request came from another site and was stopped.',
  },
  'gps-off': {
    sv: 'Myndigheten har stängt av GPS. Inga positioner tas emot eller visas.',
    en: 'The authority has turned GPS off. No positions are taken in or shown.',
  },
  'gps-no-consent': {
    sv: 'Du har inte slagit på GPS för dig själv. Positionen har inte sparats.',
    en: 'You have not turned GPS on for yourself. The position was not kept.',
  },
  'unknown-tracker': {
    sv: 'Koden är okänd eller bortkopplad. Koppla appen på nytt under Mitt pass › GPS.',
    en: 'The code is unknown or has been unlinked. Link the app anew under Mitt pass › GPS.',
  },
  'not-found': { sv: 'Det finns inte.', en: 'There is no such thing.' },
  'method-not-allowed': {
    sv: 'Adressen finns men tar inte emot det anropet.',
    en: 'The address exists but does not take that method.',
  },
  'not-acceptable-state': {
    sv: 'Det går inte just nu: se varför nedan.',
    en: 'That cannot be done as things stand: see why below.',
  },
  'code-taken': {
    sv: 'Koden används redan av en annan hot spot i kommunen.',
    en: 'Another hot spot of the municipality has that code.',
  },
  'username-taken': { sv: 'Användarnamnet är upptaget.', en: 'The user name is taken.' },
  'id-reused': {
    sv: 'Id:t hör redan till något annat. Skapa ett nytt.',
    en: 'The id belongs to something else already. Make a new one.',
  },
  'visit-open': {
    sv: 'Patrullen har redan ett pågående besök. Avsluta det först.',
    en: 'The patrol has an open visit already. End it first.',
  },
  'visit-twice': {
    sv: 'Patrullen har redan loggat ett besök här vid den tiden. Slå ihop dem, eller säg att det var två.',
    en: 'The patrol has logged a visit here at that time already. Make them one, or say that there were two.',
  },
  'version-conflict': {
    sv: 'Besöket har ändrats sedan du såg det. Titta på det igen.',
    en: 'The visit has changed since you saw it. Look at it again.',
  },
  'changed-meanwhile': {
    sv: 'Någon annan har ändrat under tiden. Jämför och försök igen.',
    en: 'Somebody else has changed it meanwhile. Compare and try again.',
  },
  'too-large': { sv: 'Det är för stort att ta emot.', en: 'It is too large to take in.' },
  'unsupported-media': { sv: 'Skicka JSON i UTF-8.', en: 'Send JSON in UTF-8.' },
  'revision-needed': {
    sv: 'Skicka revisionen du såg som If-Match.',
    en: 'Send the revision that you saw as If-Match.',
  },
  'too-many-tries': {
    sv: 'För många försök. Vänta en kvart och försök igen.',
    en: 'Too many tries. Wait a quarter of an hour and try again.',
  },
  'too-many-requests': {
    sv: 'För många anrop på kort tid. Vänta en minut och försök igen.',
    en: 'Too many requests in a short time. Wait a minute and try again.',
  },
  'headers-too-large': {
    sv: 'Adressen, eller det som skickas med den, är för lång. Korta av den.',
    en: 'The address, or what goes with it, is too long. Shorten it.',
  },
  defect: {
    sv: 'Något gick fel hos oss. Inget har sparats. Felet är loggat.',
    en: 'Something went wrong on our side. Nothing was saved. The error is logged.',
  },
  'not-ready': { sv: 'Tjänsten startar. Försök strax igen.', en: 'Starting. Try again shortly.' },
};
