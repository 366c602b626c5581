import Foundation
import Testing

/// A form of file that is read, with a small file of it and what else may stand in such a file.
struct FuzzedForm: CustomTestStringConvertible, Sendable {
  let name: String
  let file: String
  let bytes: [UInt8]
  let words: [[UInt8]]

  var testDescription: String { name }

  private init(_ name: String, _ file: String, _ text: String, words: [String] = []) {
    self.init(name, file, Array(text.utf8), words: words.map { Array($0.utf8) })
  }

  private init(_ name: String, _ file: String, _ bytes: [UInt8], words: [[UInt8]]) {
    (self.name, self.file, self.bytes, self.words) = (name, file, bytes, words)
  }

  private static let cells = [
    ",", ";", "\t", "|", " ", "\n", "\r", "\r\n", "\"", "\"\"", "'", "\\", "#", "%", "NA", "?", "-", ".", "nan", "inf",
    "1e39", "-1e-50", "1e999999999", "9999999999999999999", "2024-01-31", "31.12.1999 23:59", "12:30", "TRUE", "yes",
    "$5", "1,234", "1.234,5", "45 %", "(3)", "\u{2212}3", "\u{A0}", "é", "\u{1F600}", "\u{FEFF}", "\u{0}", "a", "id",
    "sep=;\n", ",,,,,,,,", "\n\n\n", "\u{202E}", "\u{1B}[31m",
  ]

  private static let json = [
    "{", "}", "[", "]", ":", ",", "\"", "\\u", "\\ud83d", "\\", "null", "true", "1e400", "{\"a\":", "[[", "-", "\n",
  ]

  private static let header = [
    "'shape': (", "(9223372036854775807,", "-1", ",)", "<f8", "|O", "'descr': '", "True", "1, ", "\u{0}",
    "PK\u{3}\u{4}",
    "PK\u{1}\u{2}", "PK\u{5}\u{6}",
  ]

  static let tables: [FuzzedForm] = [
    FuzzedForm(
      "commas", "f.csv", "a,\"b\",colour,y\n1,2.5,red,p\n3,4e1,blue,q\n5,6,\"re\nd\",p\n7,,red,q\n9,10,,p\n",
      words: cells),
    FuzzedForm(
      "semicolons", "f.csv", "sep=;\nwann;wert;y\n1.2.2024;3,5;1\n2.2.2024;4,25;2\n3.2.2024;;3\n", words: cells),
    FuzzedForm(
      "blanks", "auto.data", "18.0 8 307.0 \"chevrolet\"\n15.0  8  350.0\t\"buick skylark\"\n18.0 8 ? \"plymouth\"\n",
      words: cells),
    FuzzedForm("tabs", "f.tsv", "id\tx\ty\n1\t0.5\tyes\n2\t0.25\tno\n3\t7\tyes\n", words: cells),
    FuzzedForm("no header", "iris.data", "5.1,3.5,setosa\n4.9,3.0,setosa\n6.3,2.5,virginica\n", words: cells),
    FuzzedForm(
      "ARFF", "f.arff",
      "% x\n@relation t\n@attribute a numeric\n@attribute 'b c' real\n@attribute y {p,'q r'}\n@data\n1,2,p\n3,?,'q r'\n",
      words: cells + ["@attribute ", "@data\n", "{", "}", "{1 2, 3 4}", "string", "date"]),
    FuzzedForm(
      "Orange", "f.tab", "a\tb\ty\nc\td\td\n\tmeta\tclass\n1\tu\tp\n3\tv\tq\n5\tu\tp\n",
      words: cells + ["class", "meta"]),
    FuzzedForm(
      "JSON", "f.json",
      "[{\"a\": 1, \"b\": {\"c\": \"\\u00e9\"}, \"y\": \"p\"}, {\"a\": 2.5, \"b\": {\"c\": null}, \"y\": \"q\"}]",
      words: json),
    FuzzedForm(
      "JSON lines", "f.jsonl", "{\"a\":1,\"y\":true}\n{\"a\":3,\"y\":false}\n{\"a\":5,\"y\":true}\n", words: json),
    FuzzedForm(
      "UTF-16", "f.csv",
      [0xFF, 0xFE]
        + "a,y\n1,ä\n2,ö\n3,ä\n".utf16.flatMap {
          [UInt8($0 & 255), UInt8($0 >> 8)]
        }, words: [[0xD8, 0], [0, 0xDC], [0xFE, 0xFF], [44, 0], [10, 0]]),
  ]

  static let arrays: [FuzzedForm] = [
    FuzzedForm(
      "npy", "f.npy", NumPyFileTests.bytes("<i2", "(6, 2)", (0..<24).map { UInt8($0 % 4) }),
      words: header.map { Array($0.utf8) }),
    FuzzedForm(
      "stored npz", "f.npz", [UInt8](Data(base64Encoded: Archives.stored)!), words: header.map { Array($0.utf8) }),
    FuzzedForm(
      "deflated npz", "f.npz", [UInt8](Data(base64Encoded: Archives.deflated)!),
      words: header.map { Array($0.utf8) }),
    FuzzedForm(
      "IDX", "f-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2] + (0..<16).map { UInt8($0 * 16) },
      words: [[0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0x0E], [0x7F, 0xFF]]),
  ]
}
