import Foundation
import NeuralNetwork
import Plots
import Screen
import Session
import Training

/// One unit's update in full: every weight times state, their sum, its sign, and the energy before and after.
struct FieldSheet {
  let settler: Settling
  let unit: Int
  /// The most terms that are shown.
  let limit: Int

  func write(into sheet: inout Sheet) {
    let field = FieldArithmetic(of: unit, in: settler.network, at: settler.state)
    sheet.head(.forward, "field: h = b + Σ w·s")
    let terms = field.terms.filter { $0.weight != 0 }
    let shown = Array(terms.sorted { ($0.weight.magnitude, $1.unit) > ($1.weight.magnitude, $0.unit) }.prefix(limit))
    _ = sheet.products(
      shown.map {
        Sheet.Product(
          name: settler.name(of: $0.unit), left: Float($0.weight), right: Float($0.state),
          known: (.known, .known, .known))
      }, total: Float(field.field), from: field.bias)
    if shown.count < terms.count { sheet.note("\(shown.count) of \(terms.count) shown, largest first") }
    if field.bias != 0 { sheet.equation("b", "bias", Float(field.bias), .known) }
    sheet.equation("h", "b + Σ w·s", Float(field.field), .known)
    writeUpdate(field, into: &sheet)
  }

  private func writeUpdate(_ field: FieldArithmetic, into sheet: inout Sheet) {
    sheet.head(.update, "update: s ← the sign of h")
    sheet.equation("s", "now", Float(field.before), .known)
    let temperature = settler.temperature
    if temperature > 0 {
      let chance = 1 / (1 + exp(-2 * field.field / Double(temperature)))
      sheet.equation("p(+1)", "1/(1 + exp(−2h/T))", Float(chance), .known)
    }
    sheet.equation("s", field.field == 0 ? "h = 0: it stays" : "sgn h", Float(field.after), .known)
    sheet.head(.gradient, "energy: E = −½ Σ w·s·s − Σ b·s")
    sheet.equation("E", "before", Float(field.energyBefore), .known)
    let flipped = settler.network.energy(of: settler.state) + 2 * Double(field.before) * field.field
    sheet.equation("ΔE", "2·s·h if it flips", Float(flipped - field.energyBefore), .known)
    sheet.equation("E", "after", Float(field.energyAfter), .known)
  }
}
