export const gpsSv = {
  chip: {
    off: 'GPS av – tid loggas ändå',
    on: 'GPS på',
    fixed: (metres: number) => `GPS ${metres} m`,
    searching: 'GPS söker',
    denied: 'GPS nekad av webbläsaren',
    lowBattery: 'GPS vilar: lågt batteri',
  },
  card: 'Fråga från GPS',
  entered: (code: string) => `Ni är vid ${code}. Påbörja?`,
  left: (code: string) => `Har ni gått från ${code}?`,
  begin: 'Påbörja',
  notNow: 'Inte nu',
  end: (time: string) => `Avsluta ${time}`,
  stillThere: 'Vi är kvar',
  menu: 'Min GPS',
};
export type GpsWords = typeof gpsSv;
