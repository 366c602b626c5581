import Plots
import Screen
import Session

/// How far it has come, in numerals three rows high: what the last row of a room wants to read.
struct LargeNumbers {
  let session: LearningSession
  let theme: Theme

  /// The rows that the numerals and their names take.
  static let height = BigNumber.height + 1

  private struct Entry {
    let name: String
    let number: BigNumber
    let style: Style
    var width: Int { max(name.columnCount, number.width) }
  }

  /// Draws as many as there is room for, the first being the most important.
  func draw(into frame: inout Frame, in region: Region) {
    guard region.height >= Self.height else { return }
    var x = region.x + 2
    for entry in entries where x + entry.width <= region.maxX {
      frame.write(entry.name, x: x, y: region.y, style: entry.style)
      let room = Region(x: x, y: region.y + 1, width: entry.width, height: BigNumber.height)
      entry.number.draw(into: &frame, in: room, theme: theme, style: entry.style.with(.bold))
      x += entry.width + 4
    }
  }

  private var entries: [Entry] {
    func entry(_ name: String, _ text: String, _ style: Style) -> Entry {
      Entry(name: name, number: BigNumber(text), style: style)
    }
    func cost(_ value: Double) -> String { NumberFormat(width: 7, significantDigits: 3).string(value) }
    let run = session.run
    if session.scene.ownsSteps {
      let steps = entry("steps", String(session.scene.steps ?? 0), theme.text)
      return [steps] + (session.scene.leadingCost.map { [entry("cost", cost($0), theme.series(0).style)] } ?? [])
    }
    if let settler = run.history.process.settler {
      return [
        entry("sweep", String(settler.sweeps), theme.text),
        entry("energy", cost(settler.energy), theme.series(0).style),
      ]
    }
    var entries = [entry("epoch", String(run.history.process.epoch), theme.text)]
    if let training = run.training { entries.append(entry("train", cost(training.cost), theme.series(0).style)) }
    if let test = run.test { entries.append(entry(run.measuredPart, cost(test.cost), theme.series(1).style)) }
    if let accuracy = (run.test ?? run.training)?.accuracy {
      let name = (run.test == nil ? "train" : run.measuredPart) + ": right"
      entries.append(entry(name, NumberFormat.fixed(accuracy * 100, decimals: 0) + "%", theme.text))
    }
    return entries
  }
}
