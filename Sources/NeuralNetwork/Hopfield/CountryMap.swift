/// A map to be coloured: countries, who borders on whom, and a tile for each on a simple chart.
public enum CountryMap: String, CaseIterable, Sendable {
  /// The states and mainland territories, which three colours suffice for.
  case australia
  /// The sixteen states, which take four.
  case germany

  /// One country, with its place on a chart of tiles.
  public struct Country: Hashable, Sendable {
    /// The country's name in full.
    public let name: String
    /// Two letters for the tile.
    public let code: String
    /// The tile's row from the top and column from the left.
    public let row, column: Int
    let neighbours: String

    init(_ name: String, _ code: String, _ row: Int, _ column: Int, _ neighbours: String) {
      (self.name, self.code, self.row, self.column, self.neighbours) = (name, code, row, column, neighbours)
    }
  }

  /// The countries of the map; a colouring's rows are in this order.
  public var countries: [Country] {
    switch self {
    case .australia: Self.australianStates
    case .germany: Self.germanStates
    }
  }

  /// Whether two countries have a border in common.
  public func areNeighbours(_ first: Int, _ second: Int) -> Bool {
    countries[first].neighbours.split(separator: " ").contains { $0 == countries[second].code }
  }

  private static let australianStates = [
    Country("Western Australia", "WA", 1, 0, "NT SA"),
    Country("Northern Territory", "NT", 0, 1, "WA SA QL"),
    Country("South Australia", "SA", 1, 1, "WA NT QL NS VI"),
    Country("Queensland", "QL", 0, 2, "NT SA NS"),
    Country("New South Wales", "NS", 1, 2, "QL SA VI"),
    Country("Victoria", "VI", 2, 2, "SA NS"),
    Country("Tasmania", "TA", 3, 2, ""),
  ]

  private static let germanStates = [
    Country("Schleswig-Holstein", "SH", 0, 1, "HH NI MV"),
    Country("Hamburg", "HH", 1, 1, "SH NI"),
    Country("Mecklenburg-Vorpommern", "MV", 0, 2, "SH NI BB"),
    Country("Bremen", "HB", 1, 0, "NI"),
    Country("Niedersachsen", "NI", 2, 1, "SH HH MV HB BB ST NW HE TH"),
    Country("Brandenburg", "BB", 1, 3, "MV NI ST BE SN"),
    Country("Berlin", "BE", 2, 3, "BB"),
    Country("Sachsen-Anhalt", "ST", 2, 2, "NI BB SN TH"),
    Country("Nordrhein-Westfalen", "NW", 2, 0, "NI HE RP"),
    Country("Hessen", "HE", 3, 1, "NI NW RP TH BY BW"),
    Country("Thüringen", "TH", 3, 2, "NI ST SN HE BY"),
    Country("Sachsen", "SN", 3, 3, "BB ST TH BY"),
    Country("Rheinland-Pfalz", "RP", 3, 0, "NW HE SL BW"),
    Country("Saarland", "SL", 4, 0, "RP"),
    Country("Baden-Württemberg", "BW", 4, 1, "RP HE BY"),
    Country("Bayern", "BY", 4, 2, "HE TH SN BW"),
  ]
}
