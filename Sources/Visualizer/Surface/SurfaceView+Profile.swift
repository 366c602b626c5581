import ErrorSurfaces
import Plots
import Screen
import Session

/// The straight line from A to B: what it costs to go along it.
extension SurfaceView {
  /// The cost along the line, the straight interpolation of its ends, and the highest rise above it.
  func drawProfile(_ result: SurfaceResult, into frame: inout Frame, in region: Region) {
    guard let profile = result.profile, region.height >= 3, region.width >= 16 else { return }
    let (title, plot) = region.split(above: 1)
    frame.write(
      " cost on the line from A to B\(top(of: profile))", in: title, style: theme.text, ellipsis: theme.glyphs.ellipsis)
    curve(of: profile).draw(into: &frame, in: plot, theme: theme)
  }

  private func curve(of profile: LineProfile) -> LinePlot {
    let costs = profile.costs
    let points = zip(profile.positions, costs).map { LinePlot.Sample(x: Double($0), y: $1) }
    let ends = [points[0], points[points.count - 1]]
    var plot = LinePlot([
      LinePlot.Series(name: "", samples: ends, look: 1), LinePlot.Series(name: "", samples: points, look: 0),
    ])
    plot.showsLegend = false
    plot.xRange = 0...1
    plot.marks = zip(ends, ["A", "B"] as [Unicode.Scalar]).map {
      LinePlot.Mark(x: $0.x, y: $0.low, glyph: $1, style: theme.highlight)
    }
    if let top = profile.top, let index = profile.positions.firstIndex(of: top) {
      plot.marks.append(
        LinePlot.Mark(x: Double(top), y: costs[index], glyph: theme.glyphs.hasSymbols ? "▲" : "^", style: theme.warning)
      )
    }
    return plot
  }

  private func top(of profile: LineProfile) -> String {
    profile.top.map { ", its top at \(number(Double($0)))" } ?? ""
  }

  /// What the ends cost, and how far the line rises above what lies between them.
  func barrierWords(_ profile: LineProfile) -> [Span] {
    let costs = profile.costs
    let rise = profile.barrier.map { $0 > 0 ? "barrier \(number($0))" : "no barrier" } ?? "barrier not finite"
    return [
      Span("\(rise) ", theme.highlight), Span("A \(number(costs[0])) ", theme.text),
      Span("B \(number(costs[costs.count - 1])) ", theme.text),
    ]
  }
}
