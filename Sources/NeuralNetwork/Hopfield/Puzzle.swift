/// The puzzles that a settling network can be set.
public enum Puzzle: Hashable, Sendable {
  /// As many rooks on a board as it has rows, none attacking another.
  case rooks(board: Int)
  /// As many queens as the board has rows, none attacking another.
  case queens(board: Int)
  /// A colour for every country, no two neighbours alike.
  case colouring(CountryMap, colours: Int)

  /// The boards' sides.
  public static let boards = 4...16
  /// The colours that there may be.
  public static let colours = 2...6

  /// One unit for each square, row by row; or for each colour of each country.
  public var unitCount: Int {
    switch self {
    case .rooks(let board), .queens(let board): board * board
    case .colouring(let map, let colours): map.countries.count * colours
    }
  }

  /// The choices that a solution takes: a piece a row, a colour a country.
  public var wanted: Int {
    switch self {
    case .rooks(let board), .queens(let board): board
    case .colouring(let map, _): map.countries.count
    }
  }

  /// The units side by side: a board's columns, or the colours.
  public var columns: Int {
    switch self {
    case .rooks(let board), .queens(let board): board
    case .colouring(_, let colours): colours
    }
  }

  /// Whether two choices must not both be taken.
  func clash(_ first: Int, _ second: Int) -> Bool {
    let (row, column) = (first / columns - second / columns, first % columns - second % columns)
    switch self {
    case .rooks: return row == 0 || column == 0
    case .queens: return row == 0 || column == 0 || abs(row) == abs(column)
    case .colouring(let map, _): return row == 0 || column == 0 && map.areNeighbours(first / columns, second / columns)
    }
  }

  /// What a unit stands for: `c4`, as chess players name squares from the lowest row, or `Victoria: colour 2`.
  public func name(of unit: Int) -> String {
    let (row, column) = (unit / columns, unit % columns)
    switch self {
    case .rooks(let board), .queens(let board):
      return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(column))) + String(board - row)
    case .colouring(let map, _): return "\(map.countries[row].name): colour \(column + 1)"
    }
  }
}
