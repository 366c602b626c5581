import Foundation
import ScratchFolder
import Testing

@testable import Datasets

/// Arrays in NumPy's format, made here byte by byte; `numpy_archives.py` has made those of archives.
struct NumPyFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// An array's file: magic, version, a header padded to 64 bytes, the numbers.
  static func bytes(
    _ kind: String, _ shape: String, _ content: [UInt8], version: UInt8 = 1, fortran: Bool = false
  ) -> [UInt8] {
    var header = "{'descr': '\(kind)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': \(shape), }"
    while (header.utf8.count + (version == 1 ? 11 : 13)) % 64 != 0 { header += " " }
    header += "\n"
    let length = (0..<(version == 1 ? 2 : 4)).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + content
  }

  private static func little(_ values: [Float]) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
  }

  @Test(
    arguments: [
      ("|u1", [0, 255], [0, 255]), ("|i1", [0xFF, 127], [-1, 127]), ("|b1", [1, 0], [1, 0]),
      ("<i2", [0xFE, 0xFF, 0, 1], [-2, 256]), (">i2", [0xFF, 0xFE, 1, 0], [-2, 256]),
      ("<u2", [0xFF, 0xFF, 1, 0], [65535, 1]), (">u4", [0, 0, 1, 0, 0x80, 0, 0, 0], [256, 2_147_483_648]),
      ("<i4", [0xFF, 0xFF, 0xFF, 0xFF, 7, 0, 0, 0], [-1, 7]),
      ("<i8", [0xFE] + Array(repeating: 0xFF, count: 7) + [3, 0, 0, 0, 0, 0, 0, 0], [-2, 3]),
      ("<u8", [0, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0], [4_294_967_296, 5]),
      ("<f2", [0, 0x3C, 0, 0xC0], [1, -2]), (">f2", [0x3C, 0, 0xC0, 0], [1, -2]),
      ("<f4", [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0], [1, -2]), (">f4", [0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0], [1, -2]),
      ("<f8", [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0], [1, -2]),
      (">f8", [0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0], [1, -2]),
    ] as [(String, [UInt8], [Float])])
  func kindsOfNumbers(_ kind: String, _ content: [UInt8], _ expected: [Float]) throws {
    for version in 1...3 as ClosedRange<UInt8> {
      let array = try NumPyArray(Self.bytes(kind, "(2,)", content, version: version)[...])
      #expect(array.values == expected && array.shape == [2])
    }
  }

  @Test func theFirstDimensionMayRunFastest() throws {
    let values = (0..<24).map { Float($0) }
    let plain = try NumPyArray(Self.bytes("<f4", "(2, 3, 4)", Self.little(values))[...])
    var turned: [Float] = []
    for k in 0..<4 { for j in 0..<3 { for i in 0..<2 { turned.append(values[i * 12 + j * 4 + k]) } } }
    let other = try NumPyArray(Self.bytes("<f4", "(2, 3, 4)", Self.little(turned), fortran: true)[...])
    #expect(plain.values == values && other.values == values && other.shape == [2, 3, 4])
  }

  @Test func theLastColumnIsTheLabelWhereNoFileStandsBeside() throws {
    var values: [Float] = []
    for row in 0..<20 { values += [Float(row), Float(row * 3 % 7), Float(row % 2)] }
    let path = try scratch.file("table.npy", Self.bytes("<f4", "(20, 3)", Self.little(values)))
    let data = try DataRecipe(source: .file(path: path)).load()
    #expect(data.inputs.columns == 2 && data.labels == .classes((0..<20).map { $0 % 2 }, names: ["0", "1"]))
    #expect(data.labelName == "column 3" && data.table?.label.task == .classification)
  }

  @Test func picturesWithTheirLabelsBeside() throws {
    let pictures = (0..<12 * 16).map { UInt8($0 * 7 % 251) }
    _ = try scratch.file("y_train.npy", Self.bytes("<i8", "(12,)", (0..<12).flatMap { [UInt8($0 % 3)] + zeros(7) }))
    let path = try scratch.file("X_train.npy", Self.bytes("|u1", "(12, 4, 4)", pictures))
    let data = try DataRecipe(source: .file(path: path)).load()
    #expect(data.imageSize == Dataset.ImageSize(rows: 4, columns: 4))
    #expect(data.labels == .classes((0..<12).map { $0 % 3 }, names: ["0", "1", "2"]))
    #expect(data.inputs.elements == pictures.map { Float($0) })
  }

  @Test(arguments: [Archives.stored, Archives.deflated])
  func archives(_ base64: String) throws {
    let path = try scratch.file("a.npz", [UInt8](try #require(Data(base64Encoded: base64))))
    let data = try DataRecipe(source: .file(path: path)).load()
    #expect(data.inputs.elements == (0..<18).map { Float($0) / 2 } && data.inputs.columns == 3)
    #expect(data.labels == .classes([0, 1, 0, 1, 0, 1], names: ["0", "1"]))
  }

  private static let refused: [(bytes: [UInt8], words: String)] =
    [
      (bytes("<c8", "(2,)", zeros(16)), "numbers of the type"), (bytes("|O", "(2,)", zeros(16)), "numbers of the type"),
      (bytes("<f4", "(4, 9)", zeros(16)), "cut short: 144 bytes of numbers expected, 16 found"),
      (bytes("<f4", "(99999999, 999999999999)", []), "more than 50 million"),
      (bytes("<f4", "(9223372036854775807, 9)", []), "more than 50 million"),
      (bytes("<f4", "(-3, 2)", []), "does not tell type and shape"),
      (bytes("<f4", "(2, 2", []), "does not tell type and shape"),
      (Array(bytes("<f4", "(2,)", [])[..<40]), "the header is cut short"),
      (bytes("<f4", "(0, 3)", []), "there are no rows"), (bytes("<f4", "(4, 1)", zeros(16)), "found no labels"),
      (bytes("<f4", "(3, 2)", little([1, 2, .nan, 1, 3, 2])), "expected a finite number, found \"nan\""),
      (bytes("<f4", "(3, 2)", little([1, 2, 4, 2, 3, 2])), "every row has the label"),
    ]

  @Test(arguments: refused.indices) func whatIsRefused(_ number: Int) throws {
    let (bytes, words) = Self.refused[number]
    let path = try scratch.file("bad.npy", bytes)
    let error = #expect(throws: DataError.self) { try DataRecipe(source: .file(path: path)).load() }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func labelsMustBeAsManyAsRows() throws {
    _ = try scratch.file("y.npy", Self.bytes("|u1", "(3,)", [0, 1, 0]))
    let path = try scratch.file("X.npy", Self.bytes("|u1", "(4, 2)", [1, 2, 3, 4, 5, 6, 7, 8]))
    let error = #expect(throws: DataError.self) { try DataRecipe(source: .file(path: path)).load() }
    #expect(error?.problem == .labelCount(labels: 3, rows: 4))
  }

  private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }

  private func zeros(_ count: Int) -> [UInt8] { Self.zeros(count) }
}
