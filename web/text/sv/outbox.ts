export const outboxSv = {
  online: 'Uppkopplad',
  offline: 'Ingen kontakt',
  saved: 'Allt skickat',
  sending: 'Skickar …',
  waiting: (count: number) => `${count} väntar`,
  refused: (count: number) => `${count} att se över`,
  open: 'Visa vad som väntar',
  waits: 'väntar',
  title: 'Väntar',
  explain: 'Sparat på telefonen. Skickas av sig självt när det finns nät.',
  nothing: 'Inget väntar. Allt har kommit fram.',
  close: 'Tillbaka',
  tryNow: 'Försök nu',
  held: 'väntar på det som ska ses över',
  pressed: (time: string) => `tryckt ${time}`,
  kinds: {
    'create-visit': 'Påbörjat besök',
    'late-visit': 'Besök i efterhand',
    end: 'Avslutat besök',
    reopen: 'Ångrat avslut',
    tally: 'Räknare och anteckning',
    correct: 'Rättat besök',
    void: 'Makulerat besök',
    'record-loss': 'Stopp som inte blir av',
    'withdraw-loss': 'Ångrat bortfall',
    'join-patrol': 'Val av patrull',
    drop: 'Släppt nekad uppgift',
  },
  trouble: {
    refused:
      'Telefonen låter inte sidan spara. Det ni loggar skickas direkt och finns annars bara så länge sidan är öppen: stäng den inte.',
    full: 'Telefonens minne är fullt. Det ni loggar skickas direkt och finns annars bara så länge sidan är öppen: frigör utrymme.',
    lost: 'Webbläsaren har tömt det som var sparat på telefonen. Kontrollera att kvällens besök finns i listan, och logga om det som fattas.',
  },
};

export type OutboxWords = typeof outboxSv;
