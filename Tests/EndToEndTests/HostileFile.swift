import Foundation

/// A file that nobody means well with, and what is said of it.
struct HostileFile: Sendable {
  let name: String
  let words: String
  let bytes: @Sendable () -> [UInt8]

  private init(_ name: String, _ words: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
    (self.name, self.words, self.bytes) = (name, words, bytes)
  }

  private init(text name: String, _ words: String, _ text: @escaping @Sendable () -> String) {
    self.init(name, words) { Array(text().utf8) }
  }

  static let refused: [HostileFile] = texts + arrays

  private static let texts: [HostileFile] = [
    HostileFile(text: "empty.csv", "the file is empty") { "" },
    HostileFile(text: "blank.csv", "the file is empty") { String(repeating: "\n", count: 20_000) },
    HostileFile(text: "header.csv", "no rows") { "a,b,c\n" },
    HostileFile("zeros.csv", "zero bytes") { Array(repeating: 0, count: 1 << 18) },
    HostileFile(text: "line.csv", "more than 65536 cells in a line") { String(repeating: "1,", count: 140_000) + "\n" },
    HostileFile(text: "quote.csv", "a quoted cell is not closed") {
      "a,b\n1,\"" + String(repeating: "x\n", count: 60_000)
    },
    HostileFile(text: "ragged.csv", "expected 2 cells, found 3") {
      "a,b\n" + String(repeating: "1,2\n", count: 500) + "1,2,3\n"
    },
    HostileFile(text: "texts.csv", "different text in every row") {
      "a,label\n" + (0..<900).map { "\($0).5,name \($0) of many\n" }.joined()
    },
    HostileFile(text: "classes.csv", "more than 1000 different values") {
      "a,label\n" + (0..<4000).map { "\($0 % 7).5,c\($0 % 1900)\n" }.joined()
    },
    HostileFile(text: "constant.csv", "every row has the label \"1\"") {
      "a,label\n" + (0..<300).map { "\($0 % 7).5,1\n" }.joined()
    },
    HostileFile(text: "huge.csv", "expected a finite number") { "a,y\n1,2\n1e39,3\n4,5\n" },
    HostileFile(text: "deep.json", "too deep") { "[" + String(repeating: "{\"a\":", count: 5000) },
    HostileFile(text: "lists.json", "expected a record") { String(repeating: "[", count: 100_000) },
    HostileFile(text: "open.json", "not closed") {
      "[{\"a\": 1, \"y\": 2}, {\"a\": 3, \"y\": \"" + String(repeating: "x", count: 1 << 18)
    },
    HostileFile(text: "bad.arff", "@attribute") { "@relation x\n@attribute\n@data\n1\n" },
    HostileFile(text: "sparse.arff", "braces") {
      "@relation x\n@attribute a numeric\n@attribute y {p,q}\n@data\n{0 1, 1 q}\n{1 p}\n"
    },
  ]

  private static let arrays: [HostileFile] = [
    HostileFile("liar.npy", "more than 50 million") { npy("<f8", "(999999999, 999999999)") },
    HostileFile("minus.npy", "does not tell") { npy("<f8", "(-1, 4)") },
    HostileFile("short.npy", "cut short") { npy("<f8", "(40, 40)") },
    HostileFile("object.npy", "numbers of the type") { npy("|O", "(4, 4)") },
    HostileFile("liar-images-idx3-ubyte", "too large") {
      [0, 0, 8, 3, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]
    },
    HostileFile("short-images-idx3-ubyte", "cut short") { [0, 0, 8, 3, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 9, 1] },
    HostileFile("noise.gz", "damaged") {
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + (0..<4000).map { UInt8($0 * 7 % 251) }
    },
    HostileFile("empty.npz", "damaged") { Array("PK\u{3}\u{4}".utf8) + Array(repeating: 0, count: 40) },
    HostileFile("table.parquet", "a Parquet file") { Array("PAR1".utf8) + Array(repeating: 7, count: 4000) },
    HostileFile("sheet.xls", "an old Excel workbook") { [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 7, count: 4000) },
    HostileFile("picture.csv", "a PNG picture") { [0x89] + Array("PNG\r\n".utf8) },
  ]

  private static func npy(_ kind: String, _ shape: String) -> [UInt8] {
    let header = "{'descr': '\(kind)', 'fortran_order': False, 'shape': \(shape), }\n"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
  }
}
