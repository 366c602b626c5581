import Datasets
import Foundation
import LinearAlgebra
import ScratchFolder
import Testing

struct IDXFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static func bytes(type: UInt8 = 8, _ sizes: [UInt32], _ content: [UInt8]) -> [UInt8] {
    [0, 0, type, UInt8(sizes.count)]
      + sizes.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
      + content
  }

  private static let images = bytes([3, 2, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255])
  private static let labels = bytes([3], [1, 0, 2])

  @Test func imagesWithLabelsBeside() throws {
    _ = try scratch.file("train-labels-idx1-ubyte", Self.labels)
    let data = try IDXFile(path: scratch.file("train-images-idx3-ubyte", Self.images)).dataset()
    #expect(data.inputs.elements == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255])
    #expect(data.imageSize == Dataset.ImageSize(rows: 2, columns: 2))
    #expect(data.labels == .classes([1, 0, 2], names: ["0", "1", "2"]))
  }

  @Test func labelsByName() throws {
    _ = try scratch.file("l.idx", Self.labels)
    let data = try IDXFile(path: scratch.file("p.idx", Self.images)).dataset(labels: "l.idx")
    #expect(data.count == 3)
  }

  @Test(
    arguments: [
      (0x09, [0xFF, 2], [-1, 2]), (0x0B, [0xFF, 0xFE, 1, 0], [-2, 256]),
      (0x0C, [0, 0, 1, 0, 0xFF, 0xFF, 0xFF, 0xFF], [256, -1]),
      (0x0D, [0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0], [1, -2]),
      (0x0E, [0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0], [1, -2]),
    ] as [(UInt8, [UInt8], [Float])])
  func typesOfNumbers(_ type: UInt8, _ content: [UInt8], _ expected: [Float]) throws {
    #expect(try IDXFile(path: scratch.file("n.idx", Self.bytes(type: type, [2], content))).values == expected)
  }

  private static let small = (0..<24).map { UInt8(($0 * $0) >> 3 & 255) }
  private static let large = (0..<1600).map { (i: Int) -> UInt8 in
    let mixed: Int = ((i * i) >> 5) ^ (i * 7)
    return UInt8(i % 400 < 150 ? mixed % 13 : i % 7)
  }

  /// Made by Python's zlib: one block that is stored, one with the fixed codes, one with codes of its own.
  @Test(
    arguments: [
      ("H4sIAAAAAAAEAwEgAN//AAAIAQAAABgAAAABAgMEBggKDA8SFRgcICQoLTI3PEJ9cSK0IAAAAA==", small),
      ("H4sIAAAAAAACA2Ng4GBkYGCQAGJGJmYWNg4uHn4hUQkZBRUNXSNzGycAfXEitCAAAAA=", small),
      (packed, large),
    ])
  func gzipBlocksOfAllKinds(_ base64: String, _ content: [UInt8]) throws {
    let bytes = try #require(Data(base64Encoded: base64))
    #expect(try IDXFile(path: scratch.file("n.gz", [UInt8](bytes))).values == content.map { Float($0) })
  }

  private static let packed =
    "H4sIAAAAAAACA+WUia3lUAhD2S6bKWr6r2qc38aLIkUkFyL52Ii0iuQ/KW2bmJwQ80mfO1h2ZNkpYq08MHkiHjJduJF0zIQLHA2t"
    + "QknXYPBednXquasC8exE00tvMmqLpxUFljLblS/YVvbarsx91K/e5Xm8FLUffNSVwvAwn7yqc44imnvit76ntYLSfd14Lj27PFXV"
    + "K0l88dhNccehKYadwmvxbVfTTsyev4SsyvdHfBeRyzdZLWdy02XSeh3+Dbj6XRy6Z1b1x8EE61IdoTbepwE6mp622GIxVKsfOmbM"
    + "5BGDuaX5ggan7IxCuL3Y+bLhEBlWJiaVWTmdEfwIjVPCPTLbSyIvhmpn+UYZuArNn8VBP9aHw4Xrh/a2g3qP61PuFwN3VfB+35Kh"
    + "aD3SXo+12L7I2+Qu0qG+DmusDRt1O7reo/VLqC5Mh5P24aKDc3yMi0k8V5QhLBIPc5yNten73XSY/we13dZLSAYAAA=="

  @Test func membersOfAGzipFileFollowEachOther() throws {
    let half = try #require(Data(base64Encoded: "H4sIAAAAAAACA2Ng4GBkYGCQAGJGJmYWNg4uHn4hUQkZBRUNXSNzGycAfXEitCAAAAA="))
    #expect(try IDXFile(path: scratch.file("n.gz", [UInt8](half + half))).values.count == 24)
  }

  @Test(
    arguments: [
      ([], .empty), ([0, 0, 8], .notIDX), (Array("a,b,c\n1,2,3".utf8), .notIDX),
      (bytes([2, 2], [1, 2, 3]), .cutShort(expected: 16, found: 15)),
      ([0, 0, 8, 3, 0, 0], .cutShort(expected: 16, found: 6)),
      (bytes([.max, .max, .max], []), .tooLarge(limit: "50 million numbers")),
      (bytes(type: 0x0D, [1], [0x7F, 0x80, 0, 0]), .notFinite("inf")),
      ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF], .badGzip), ([0x1F, 0x8B], .badGzip),
    ] as [([UInt8], DataError.Problem)])
  func damagedFiles(_ bytes: [UInt8], _ problem: DataError.Problem) throws {
    let error = #expect(throws: DataError.self) { try IDXFile(path: scratch.file("bad.idx", bytes)) }
    #expect(error?.problem == problem)
  }

  @Test func everyCutOfAGzipFileIsDamaged() throws {
    let whole =
      [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0x63, 0x60, 0xE0, 0x60, 0x64, 0x60, 0x60, 0x60, 0x62, 0x64, 0x62, 0x06,
        0x00,
      ] as [UInt8]
    for end in 2..<whole.count {
      let error = #expect(throws: DataError.self) { try IDXFile(path: scratch.file("cut.gz", Array(whole[..<end]))) }
      #expect(error?.problem == .badGzip)
    }
  }

  @Test func damageIsNeverACrash() throws {
    let whole = [UInt8](try #require(Data(base64Encoded: Self.packed)))
    var random = RandomStream(seed: 1, purpose: .search)
    for _ in 0..<300 {
      var damaged = whole
      for _ in 0..<2 { damaged[10 + random.integer(below: whole.count - 18)] = UInt8(random.integer(below: 256)) }
      let path = try scratch.file("d.gz", damaged)
      do throws(DataError) {
        let values = try IDXFile(path: path).values
        #expect(values == Self.large.map { Float($0) })
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test func labelsOfAnotherCount() throws {
    _ = try scratch.file("l.idx", Self.bytes([2], [0, 1]))
    let file = try IDXFile(path: scratch.file("p.idx", Self.images))
    let error = #expect(throws: DataError.self) { try file.dataset(labels: "l.idx") }
    #expect(error?.problem == .labelCount(labels: 2, rows: 3))
    let none = #expect(throws: DataError.self) { try file.dataset() }
    #expect(none?.problem == .noLabels(expected: ["p.idx.gz"]))
  }
}
