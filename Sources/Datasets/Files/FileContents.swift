import Foundation

/// What a data file is written in, told by its first bytes and not by its name.
enum FileFormat: Hashable {
  /// Text of some kind: a table, ARFF, JSON.
  case text
  /// MNIST's format.
  case idx
  /// One NumPy array (`.npy`).
  case npy
  /// A zip archive: NumPy arrays (`.npz`) or a workbook (`.xlsx`).
  case zip
  /// A format that is known and not read.
  case foreign(ForeignFormat)

  init(of bytes: [UInt8]) {
    if bytes.starts(with: [0x93] + Array("NUMPY".utf8)) {
      self = .npy
    } else if bytes.starts(with: Array("PK".utf8) + [3, 4]) {
      self = .zip
    } else if Self.isWebPage(bytes) {
      self = .foreign(.html)
    } else if let format = ForeignFormat.allCases.first(where: { bytes.starts(with: $0.mark) }) {
      self = .foreign(format)
    } else if bytes.count >= 4, bytes[0] == 0, bytes[1] == 0, (0x08...0x0E).contains(bytes[2]), bytes[3] > 0,
      bytes[3] < 9
    {
      self = .idx
    } else {
      self = .text
    }
  }

  /// What is saved where a link to a table leads to a page that shows it.
  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased().drop {
      $0.isWhitespace || $0 == "\u{FEFF}"
    }
    return ["<!doctype html", "<html", "<table"].contains { start.hasPrefix($0) }
  }
}

/// Formats that other programs turn into CSV.
public enum ForeignFormat: String, CaseIterable, Hashable, Sendable {
  case parquet = "a Parquet file"
  case xlsx = "an Excel workbook"
  case xls = "an old Excel workbook"
  case hdf5 = "an HDF5 file"
  case bzip2 = "packed by bzip2"
  case xz = "packed by xz"
  case zstd = "packed by zstd"
  case pdf = "a PDF document"
  case png = "a PNG picture"
  case rdata = "an R workspace"
  case feather = "a Feather file"
  case matlab = "a MATLAB file"
  case html = "a web page"

  /// The first bytes of such a file; a workbook is told by what its archive holds.
  var mark: [UInt8] {
    switch self {
    case .parquet: Array("PAR1".utf8)
    case .xlsx: Array("PK-xlsx".utf8)
    case .xls: [0xD0, 0xCF, 0x11, 0xE0]
    case .hdf5: [0x89] + Array("HDF\r\n".utf8)
    case .bzip2: Array("BZh".utf8)
    case .xz: [0xFD] + Array("7zXZ".utf8)
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    case .pdf: Array("%PDF".utf8)
    case .png: [0x89] + Array("PNG".utf8)
    case .rdata: Array("RDX".utf8)
    case .feather: Array("ARROW1".utf8)
    case .matlab: Array("MATLAB".utf8)
    case .html: Array("<!DOCTYPE html".utf8)
    }
  }

  /// How to make a table of it.
  var way: String {
    switch self {
    case .parquet, .feather:
      "turn it into CSV first, for example: python3 -c 'import pandas; pandas.read_\(self == .parquet ? "parquet" : "feather")(\"FILE\").to_csv(\"FILE.csv\", index=False)'"
    case .xlsx, .xls: "save the sheet as CSV, or: in2csv FILE > FILE.csv"
    case .hdf5, .matlab: "save the array as .npy or CSV first, for example with NumPy"
    case .bzip2: "unpack it first: bunzip2 FILE"
    case .xz: "unpack it first: unxz FILE"
    case .zstd: "unpack it first: unzstd FILE"
    case .pdf, .png: "a table is needed: CSV, for example"
    case .html: "save the table itself: its raw or download link leads to the CSV"
    case .rdata: "write it as CSV in R: write.csv(x, \"FILE.csv\")"
    }
  }
}

/// The bytes of a data file, unpacked where gzip has packed it.
struct FileContents {
  let bytes: [UInt8]
  let format: FileFormat
  let place: DataError.Place
  /// Whether gzip had packed it.
  let wasPacked: Bool

  /// The bytes that are read at most, packed or not.
  static let byteLimit = 512 << 20

  /// - Parameter path: `-` for standard input.
  /// - Throws: `DataError` where the file cannot be read, is damaged, empty, or too large.
  init(path: String) throws(DataError) {
    place = DataError.Place(file: path == "-" ? "standard input" : path)
    let packed = try ByteStream(path: path).rest(limit: Self.byteLimit)
    wasPacked = packed.starts(with: [0x1F, 0x8B])
    bytes = wasPacked ? try Self.unpacked(packed, place) : packed
    guard !bytes.isEmpty else { throw DataError(.empty, at: place) }
    format = FileFormat(of: bytes)
    if case .foreign(let format) = format { throw DataError(.foreign(format), at: place) }
  }

  private static func unpacked(_ bytes: [UInt8], _ place: DataError.Place) throws(DataError) -> [UInt8] {
    do throws(Inflate.Failure) {
      return try Inflate.gunzip(bytes, limit: byteLimit)
    } catch {
      throw DataError(
        error == .damaged ? .badGzip : .tooLarge(limit: "\(byteLimit >> 20) MiB unpacked"), at: place)
    }
  }
}
