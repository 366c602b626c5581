import Foundation
import NeuralNetwork
import Plots
import Screen
import Training

/// A few units on a circle, each joined to all others: the sign of a weight is its line's colour, its size the line's strength.
struct UnitCircle {
  let settler: Settling
  let selection: Int?
  let theme: Theme

  /// The most units that are drawn so.
  static let most = 16

  func draw(into frame: inout Frame, in region: Region) {
    guard region.width >= 6, region.height >= 4 else { return }
    var canvas = DotCanvas(width: region.width, height: region.height, glyphs: theme.glyphs)
    let count = settler.network.count
    let dots = (0..<count).map { place($0, canvas.dotWidth, canvas.dotHeight) }
    let largest = max(settler.network.largestWeight, 1e-12)
    for i in 0..<count {
      for j in 0..<i { join(i, j, dots, largest, on: &canvas) }
    }
    canvas.draw(into: &frame, x: region.x, y: region.y)
    for (unit, dot) in dots.enumerated() {
      let x = region.x + dot.x / canvas.dotsAcross, y = region.y + dot.y / canvas.dotsDown
      draw(unit, into: &frame, x: x, y: y)
    }
  }

  /// Around the middle, the first at the top.
  private func place(_ unit: Int, _ width: Int, _ height: Int) -> Dot {
    let angle = 2 * Double.pi * Double(unit) / Double(settler.network.count) - Double.pi / 2
    return Dot(
      x: Int((Double(width) / 2 + cos(angle) * (Double(width) / 2 - 6)).rounded()),
      y: Int((Double(height) / 2 + sin(angle) * (Double(height) / 2 - 4)).rounded()))
  }

  private func join(_ i: Int, _ j: Int, _ dots: [Dot], _ largest: Double, on canvas: inout DotCanvas) {
    let weight = settler.network.weight(i, j)
    let share = abs(weight) / largest
    guard share > 0.05 else { return }
    let isShown = selection == nil || selection == i || selection == j
    let style = isShown ? theme.style(ofSign: weight) : theme.border
    var pen = LinePen(
      style: style, dash: weight < 0 ? .dashed : share > 0.5 ? .solid : .dotted,
      priority: isShown ? Int(100 * share) : 0)
    canvas.line(from: dots[i], to: dots[j], pen: &pen)
  }

  /// `[+]`, or `[−]`, with a dot beside a unit that wants to flip.
  private func draw(_ unit: Int, into frame: inout Frame, x: Int, y: Int) {
    let isOn = settler.state.units[unit] > 0
    let sign = isOn ? "+" : theme.glyphs == .ascii ? "-" : "−"
    let mark = settler.state.isUnstable(unit) ? "!" : " "
    let style = selection == unit ? theme.selection : theme.style(ofSign: isOn ? 1 : -1).with(.bold)
    frame.write("(\(sign))\(mark)", x: x - 1, y: y, style: style, maxWidth: 4)
  }
}
