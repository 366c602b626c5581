import Datasets
import NeuralNetwork
import Plots
import Screen
import Session
import Training

/// What a memory has stored, and how near the state is to each: the nearest by its name, a bar for each, small pictures.
struct MemoryView {
  let memory: AssociativeMemory
  let units: [Int8]
  let trials: SettlingTrials?
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    guard !region.isEmpty else { return }
    let (head, rest) = region.split(above: 1)
    frame.write(headline, in: head, style: theme.text.with(.bold), ellipsis: theme.glyphs.ellipsis)
    let words = trials.map { $0.words(isPuzzle: false).wrapped(to: rest.width) } ?? []
    let rows = rest.height < 5 ? 0 : min(words.count, rest.height < 10 ? 1 : 2)
    let (body, foot) = rest.split(above: rest.height - rows)
    for (row, line) in words.prefix(rows).enumerated() {
      frame.write(line, in: foot, row: row, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    }
    let bars = min(memory.patterns.count, max(3, body.height / 2))
    let (chart, pictures) = body.split(above: body.height >= bars + 5 ? bars : body.height)
    BarChart(self.bars, limit: 1).draw(into: &frame, in: chart, theme: theme)
    if pictures.height >= 4 { draw(pictures: pictures, into: &frame) }
  }

  private var headline: String {
    guard !memory.patterns.isEmpty else { return "nothing is stored" }
    let words = memory.recognize(units).words(names: memory.patterns.map(\.name))
    return "this is: " + words
  }

  private var bars: [BarChart.Bar] {
    let nearest = memory.nearest(to: units)
    return zip(memory.patterns, memory.overlaps(of: units)).enumerated().map { number, pair in
      let mark = number == nearest ? (theme.glyphs == .ascii ? ">" : "▸") : " "
      return BarChart.Bar(label: mark + pair.0.name, value: pair.1)
    }
  }

  /// As many of the patterns as have room beside each other, the name below each.
  private func draw(pictures region: Region, into frame: inout Frame) {
    let rows = region.height - 2
    let width = max(4, min(2 * rows * memory.width / max(1, memory.height), region.width))
    let count = min(memory.patterns.count, max(1, (region.width + 2) / (width + 2)))
    for (number, pattern) in memory.patterns.prefix(count).enumerated() {
      let box = Region(x: region.x + number * (width + 2), y: region.y + 1, width: width, height: rows)
      let grid = Grid(width: pattern.width, height: pattern.height, values: pattern.units.map { Double($0) })
      HeatMap.picture(grid, scale: .diverging(limit: 1)).draw(into: &frame, in: box, theme: theme)
      let line = Region(x: box.x, y: box.maxY, width: width, height: 1)
      frame.write(pattern.name, in: line, style: theme.faint, alignment: .center)
    }
  }
}

extension SettlingTrials {
  /// What came of them, in a line.
  func words(isPuzzle: Bool) -> String {
    let share = NumberFormat.fixed(100 * solved, decimals: 0)
    let sweeps = NumberFormat(width: 5, significantDigits: 3, trimsZeros: true).string(meanSweeps)
    let what = isPuzzle ? "solved" : "recalled"
    return "\(count) settlings: \(share)% \(what), \(sweeps) sweeps each, \(minima) different ends"
  }
}
