/** A form's fields as text, as lists and as numbers that may be left out. */
export interface FormValues {
  readonly text: (name: string) => string;
  readonly all: (name: string) => string[];
  /** null: left empty. A decimal comma is a decimal point. */
  readonly number: (name: string) => number | null;
}

export function formValues(form: HTMLFormElement): FormValues {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    text,
    all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
    number: (name) => (text(name) === '' ? null : Number(text(name).replace(',', '.'))),
  };
}
