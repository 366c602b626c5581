import NeuralNetwork
import Plots
import Screen
import Session
import Training

/// The state of a Hopfield network, large: a picture of pixels, a board with its pieces, or a map in its colours; or its units
/// on a circle with what joins them.
struct StateView {
  let settler: Settling
  /// Whether a picture is shown, not the network.
  let showsPicture: Bool
  let selection: Int?
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    guard !region.isEmpty else { return }
    guard showsPicture else { return drawNetwork(into: &frame, in: region) }
    let (body, foot) = region.split(above: region.height > 4 ? region.height - 1 : region.height)
    picture.draw(into: &frame, in: body, theme: theme)
    frame.write(words, in: foot, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
  }

  /// The unit under the mouse; of a map's tile the one that its country has taken.
  func unit(atX x: Int, y: Int, in region: Region) -> Int? {
    guard showsPicture else { return nil }
    let body = region.split(above: region.height > 4 ? region.height - 1 : region.height).0
    guard let tile = picture.tile(atX: x, y: y, in: body) else { return nil }
    guard case .colouring(let map, let colours)? = puzzle else { return tile }
    let columns = map.chart.columns
    guard let country = map.countries.firstIndex(where: { $0.row == tile / columns && $0.column == tile % columns })
    else { return nil }
    return country * colours
  }

  var puzzle: Puzzle? { if case .arrangement(let arrangement) = settler.task { arrangement.puzzle } else { nil } }

  private var picture: TilePicture {
    switch settler.task {
    case .memory, .energy: pixels
    case .arrangement(let arrangement):
      switch arrangement.puzzle {
      case .rooks, .queens: board(arrangement)
      case .colouring(let map, let colours): chart(arrangement, map, colours)
      }
    }
  }

  /// Blue and orange; where there are no colours, ink and paper.
  private var scale: ValueScale { theme.depth == .none ? .grey(-1...1) : .diverging(limit: 1) }

  /// Ink is blue; a dot is on a unit whose field speaks against it.
  private var pixels: TilePicture {
    let units = settler.state.units
    let columns = settler.task.columns
    let dot = theme.glyphs.hasSymbols ? "•" : "x"
    return TilePicture(
      grid: Grid(width: columns, height: units.count / columns, values: units.map { Double($0) }), scale: scale,
      signs: units.indices.filter { settler.state.isUnstable($0) }.map {
        TilePicture.Sign(tile: $0, text: dot, style: theme.text.with(.bold))
      }, selection: selection)
  }

  /// A piece that is attacked stands on orange, any other on blue.
  private func board(_ arrangement: Arrangement) -> TilePicture {
    let units = settler.state.units
    let size = arrangement.puzzle.columns
    let attacked = Set(arrangement.clashes(in: units).flatMap { [$0.first, $0.second] })
    let (light, dark) = theme.depth == .none ? (-0.6, -1.0) : (0.12, 0.0)
    let values = units.indices.map { unit in
      units[unit] > 0
        ? (attacked.contains(unit) && theme.depth != .none ? -1.0 : 1.0)
        : (unit / size + unit % size).isMultiple(of: 2) ? light : dark
    }
    let signs = arrangement.taken(in: units).map {
      TilePicture.Sign(
        tile: $0, text: attacked.contains($0) ? arrangement.puzzle.letter + "!" : arrangement.puzzle.letter,
        style: theme.text.with(.bold))
    }
    return TilePicture(
      grid: Grid(width: size, height: size, values: values), scale: scale, signs: signs, selection: selection)
  }

  /// A tile for a country, in the colour that it has taken.
  private func chart(_ arrangement: Arrangement, _ map: CountryMap, _ colours: Int) -> TilePicture {
    let units = settler.state.units
    let size = map.chart
    let attacked = Set(arrangement.clashes(in: units).flatMap { [$0.first / colours, $0.second / colours] })
    var values = Array(repeating: Double.nan, count: size.columns * size.rows)
    var signs: [TilePicture.Sign] = []
    for (number, country) in map.countries.enumerated() {
      let tile = country.row * size.columns + country.column
      let taken = (0..<colours).filter { units[number * colours + $0] > 0 }
      if let first = taken.first { values[tile] = Double(first) + 0.99 }
      let mark = taken.isEmpty ? "?" : attacked.contains(number) ? "!" : ""
      signs.append(
        TilePicture.Sign(
          tile: tile, text: country.code + taken.map { "\($0 + 1)" }.joined() + mark, style: theme.text.with(.bold)))
    }
    return TilePicture(
      grid: Grid(width: size.columns, height: size.rows, values: values), scale: .classes, signs: signs,
      selection: selection.map { map.countries[$0 / colours].row * size.columns + map.countries[$0 / colours].column },
      leastWidth: 7)
  }

  private func drawNetwork(into frame: inout Frame, in region: Region) {
    if settler.network.count <= UnitCircle.most {
      UnitCircle(settler: settler, selection: selection, theme: theme).draw(into: &frame, in: region)
    } else {
      WeightMatrix(network: settler.network, theme: theme).draw(into: &frame, in: region)
    }
  }

  private var words: String {
    let count = settler.state.units.indices.count(where: settler.state.isUnstable)
    if settler.rest == .twoCycle { return "two states that follow each other for ever" }
    let wishes =
      count == 0
      ? "no unit wants to flip: at rest" : count == 1 ? "1 unit wants to flip" : "\(count) units want to flip"
    return settler.temperature > 0
      ? wishes + " · T \(NumberFormat.reading.string(Double(settler.temperature)))" : wishes
  }
}

extension Puzzle {
  /// The letter of a piece.
  var letter: String {
    switch self {
    case .rooks: "R"
    case .queens: "Q"
    case .colouring: ""
    }
  }
}

extension CountryMap {
  /// The tiles of the chart, across and down.
  var chart: (columns: Int, rows: Int) {
    let countries = countries
    return ((countries.map(\.column).max() ?? 0) + 1, (countries.map(\.row).max() ?? 0) + 1)
  }
}
