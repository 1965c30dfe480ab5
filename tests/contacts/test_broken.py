"""However a file is broken, it is read to its end, and no contact is made up."""

import base64

import pytest
from contacts.reader import Reader
from contacts.samples import SAMPLES, Sample

# The reader in a page, asked many times for what `change` makes of a file.
MANY = """
async ([code, times, kind]) => {
  const whole = Uint8Array.from(atob(code), (one) => one.charCodeAt(0));
  let reply;
  const session = self.readContacts((answer) => answer.progress === undefined && reply(answer));
  session.budget = 1e9;
  const read = (bytes) => new Promise((resolve) => {
    reply = resolve;
    // What a file is to the reader, without what makes one slow.
    const file = { name: "a.vcf", size: bytes.length, arrayBuffer: async () => bytes.buffer };
    session.answer({ id: 1, ask: "read", files: [file] });
  });
  let seed = 1;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  // Turn a byte, take bytes out, put some twice, put in what has a meaning.
  const SIGNS = ["=\\r\\n", "\\r\\n", "\\r", ":", ";", "\\0", "BEGIN:VCARD\\r\\n",
    "END:VCARD\\r\\n", "AGENT:\\r\\n", "\\r\\n ", "=E5", '"', "\\xff\\xfe",
    ";ENCODING=QUOTED-PRINTABLE:", "\\\\", "&#1;"];
  const mutated = () => {
    let bytes = [...whole];
    for (let turn = 0; turn <= random(4); turn++) {
      const at = random(bytes.length + 1);
      const many = random(20);
      const sign = [...SIGNS[random(SIGNS.length)]].map((one) => one.charCodeAt(0));
      const choice = random(4);
      if (choice === 0) bytes[Math.min(at, bytes.length - 1)] = random(256);
      if (choice === 1) bytes.splice(at, many);
      if (choice === 2) bytes.splice(at, 0, ...bytes.slice(at, at + many));
      if (choice === 3) bytes.splice(at, 0, ...sign);
    }
    return Uint8Array.from(bytes);
  };
  const { contacts } = await read(whole);
  const wrong = [];
  for (let at = 0; at < times; at++) {
    const bytes = kind === "cut" ? whole.slice(0, at) : mutated();
    const answer = await read(bytes);
    const more = kind === "cut" && answer.contacts > contacts;
    if (answer.error || more) {
      wrong.push([at, answer.error ?? answer.contacts, String.fromCharCode(...bytes)]);
    }
  }
  return wrong.slice(0, 3);
}
"""
MUTANTS = 60
# A long file says nothing that a short one does not.
SHORT = [sample for sample in SAMPLES if len(sample.content) < 4000]


@pytest.mark.parametrize("sample", SHORT, ids=lambda sample: sample.name)
def test_a_file_cut_anywhere_has_no_more_contacts_than_the_whole(
    reader: Reader, sample: Sample
) -> None:
    code = base64.b64encode(sample.content).decode()
    assert not reader.page.evaluate(MANY, [code, len(sample.content), "cut"])


@pytest.mark.parametrize("sample", SHORT, ids=lambda sample: sample.name)
def test_a_file_changed_at_random_is_read_to_its_end(reader: Reader, sample: Sample) -> None:
    code = base64.b64encode(sample.content).decode()
    assert not reader.page.evaluate(MANY, [code, MUTANTS, "mutated"])


def test_what_is_cut_off_is_said(reader: Reader) -> None:
    whole = next(sample for sample in SAMPLES if sample.name == "lines end in CR LF").content
    ends = {whole.index(b"END:VCARD", at) + 9 for at in range(len(whole) - 11)}
    for length in range(1, len(whole)):
        answer = reader.read(whole[:length])
        told = {one["finding"] for one in answer["findings"]}
        # Between two contacts nothing can be seen: the page says so, too.
        between = any(length in range(end, end + 3) for end in ends)
        assert ("cut" in told) != between or not answer["contacts"], length
