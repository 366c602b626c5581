import Foundation
import Plots
import Screen
import Testing

/// What the three common colour blindnesses leave of a colour: Machado, Oliveira, Fernandes (2009) at severity 1, in light.
enum Eye: CaseIterable {
  case normal, protan, deutan, tritan

  var matrix: [SIMD3<Float>] {
    switch self {
    case .normal: [SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)]
    case .protan:
      [
        SIMD3(0.152286, 1.052583, -0.204868), SIMD3(0.114503, 0.786281, 0.099216),
        SIMD3(-0.003882, -0.048116, 1.051998),
      ]
    case .deutan:
      [SIMD3(0.367322, 0.860646, -0.227968), SIMD3(0.280085, 0.672501, 0.047413), SIMD3(-0.011820, 0.042940, 0.968881)]
    case .tritan:
      [
        SIMD3(1.255528, -0.076749, -0.178779), SIMD3(-0.078411, 0.930809, 0.147602),
        SIMD3(0.004733, 0.691367, 0.303900),
      ]
    }
  }

  /// The colour as this eye sees it.
  func sees(_ color: Color) -> OKLab {
    let light = color.oklab!.linear
    let seen = matrix.map { min(1, max(0, ($0 * light).sum())) }
    let code = seen.map { Int((255 * ($0 <= 0.0031308 ? 12.92 * $0 : 1.055 * pow($0, 1 / 2.4) - 0.055)).rounded()) }
    return OKLab(Color.Components(red: code[0], green: code[1], blue: code[2]))
  }
}

@Suite struct ColorVisionTests {
  static let themes = [Theme.Name.dark, .light, .highContrast].flatMap { name in
    [ColorDepth.palette, .full].map { Theme(name: name, depth: $0, glyphs: .quadrants) }
  }

  private func difference(_ a: Color, _ b: Color, _ eye: Eye) -> Float {
    eye.sees(a).distance(to: eye.sees(b)).squareRoot()
  }

  /// An eighth of the costs' scale is always seen: 0.02 in OKLab is a just noticeable difference.
  @Test(arguments: themes, Eye.allCases)
  func costsAreToldApart(_ theme: Theme, _ eye: Eye) {
    let colors = (0..<7).map { theme.color(of: (Double($0) + 0.5) / 7, on: .sequential(0...1))! }
    for (a, b) in zip(colors, colors.dropFirst()) {
      #expect(difference(a, b, eye) >= 0.04, "\(theme.name) \(theme.depth) \(eye): \(a) \(b)")
    }
  }

  /// A sign and its opposite, and a value and zero, from a quarter of the scale on.
  @Test(arguments: themes, Eye.allCases)
  func signsAreToldApart(_ theme: Theme, _ eye: Eye) {
    func color(_ value: Double) -> Color { theme.color(of: value, on: .diverging(limit: 1))! }
    for strength in stride(from: 0.25, through: 1, by: 0.125) {
      #expect(difference(color(strength), color(-strength), eye) >= 0.06, "\(theme.name) \(eye) ±\(strength)")
      for sign in [-1.0, 1] {
        #expect(difference(color(sign * strength), color(0), eye) >= 0.06, "\(theme.name) \(eye) \(sign * strength)")
      }
    }
  }

  /// In 24 bits both signs have the same lightness, and every step the same difference of it.
  @Test(arguments: [Theme.Name.dark, .light])
  func signsAreEvenAroundZero(_ name: Theme.Name) {
    let theme = Theme(name: name, depth: .full, glyphs: .quadrants)
    func lightness(_ value: Double) -> Float { theme.color(of: value, on: .diverging(limit: 1))!.oklab!.lightness }
    let steps = (0..<8).map { lightness(Double($0 + 1) / 8 - 0.001) - lightness(Double($0) / 8) }
    for step in steps { #expect((step / steps[0] - 1).magnitude < 0.15, "\(steps)") }
    for value in stride(from: 0.05, through: 1, by: 0.05) {
      #expect((lightness(value) - lightness(-value)).magnitude < 0.012, "\(value)")
    }
  }

  @Test(arguments: themes, Eye.allCases)
  func seriesAreToldApart(_ theme: Theme, _ eye: Eye) {
    let looks = (0..<Theme.seriesCount).map { theme.series($0).style.foreground }
    for a in looks.indices {
      for b in looks.indices where a < b {
        #expect(difference(looks[a], looks[b], eye) >= 0.06, "\(theme.name) \(eye): series \(a) and \(b)")
      }
    }
  }
}
