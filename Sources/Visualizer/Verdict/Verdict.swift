import Datasets
import Plots
import Screen
import Session

/// What the sealed test part says of the network, beside what simpler answers reach.
public struct Verdict: Hashable, Sendable {
  /// The lines scrolled past.
  var scrolled = 0

  func draw(_ report: TestReport, _ run: Run, into frame: inout Frame, theme: Theme) {
    let width = min(frame.width - 4, 100)
    let words = VerdictWords(report: report, dataset: run.dataset, theme: theme)
    let lines = words.lines.flatMap { line in
      let isShort = line.text.columnCount <= width - 4
      return isShort ? [line] : line.text.wrapped(to: max(1, width - 4)).map { Span($0, line.style) }
    }
    let pictureHeight = pictureHeight(of: report, lines: lines.count, on: frame)
    let box = Box(
      "the test part, opened", width: width, height: lines.count + pictureHeight + 2, on: frame.region)
    let inside = box.draw(into: &frame, theme: theme)
    let (text, picture) = inside.split(above: inside.height - pictureHeight)
    let top = max(0, min(scrolled, lines.count - text.height))
    for (row, line) in lines.dropFirst(top).prefix(text.height).enumerated() {
      frame.write([line], x: text.x + 1, y: text.y + row, maxWidth: text.width - 2)
    }
    draw(report.score, into: &frame, in: picture.inset(by: 1, 0), theme)
  }

  /// The rows that a picture below the words gets: none where it would be too small to be read.
  private func pictureHeight(of report: TestReport, lines: Int, on frame: Frame) -> Int {
    let room = frame.height - 4 - lines
    switch report.score {
    case .classes(let score): return room >= 3 ? min(room, min(score.names.count, 20) + 2) : 0
    case .numbers: return room >= 6 ? min(room, 18) : 0
    }
  }

  private func draw(_ score: TestReport.Score, into frame: inout Frame, in region: Region, _ theme: Theme) {
    guard region.height > 2 else { return }
    switch score {
    case .classes(let score):
      frame.write("actual ↓  predicted →", in: region, style: theme.faint)
      ConfusionMatrix(classes: score.names.withoutCommonPrefix, counts: score.confusion)
        .draw(into: &frame, in: region.split(above: 1).1, theme: theme)
    case .numbers(let score):
      ResidualView(predicted: score.predicted, actual: score.actual, theme: theme).draw(into: &frame, in: region)
    }
  }
}

extension [String] {
  /// The names without the words that all of them begin with: `Iris-setosa` and `Iris-virginica` are `setosa` and `virginica`.
  var withoutCommonPrefix: [String] {
    guard count > 1, var prefix = first else { return self }
    for name in dropFirst() { prefix = prefix.commonPrefix(with: name) }
    guard let end = prefix.lastIndex(where: { "-_ .:/=".contains($0) }) else { return self }
    let length = prefix.distance(from: prefix.startIndex, to: end) + 1
    return allSatisfy { $0.count > length } ? map { String($0.dropFirst(length)) } : self
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
