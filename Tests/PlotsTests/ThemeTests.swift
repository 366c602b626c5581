import Foundation
import Plots
import Screen
import Testing

@Suite struct ThemeTests {
  @Test func themesHaveNames() {
    for name in Theme.Name.allCases {
      let theme = Theme.named(name.rawValue, depth: .palette, glyphs: .ascii)
      #expect(theme == Theme(name: name, depth: .palette, glyphs: .ascii))
    }
    #expect(Theme.named("high-contrast", depth: .full, glyphs: .braille)?.name == .highContrast)
    #expect(Theme.named("neon", depth: .full, glyphs: .braille) == nil)
  }

  static func roles(_ theme: Theme) -> [(name: String, style: Style)] {
    [
      ("text", theme.text), ("faint", theme.faint), ("border", theme.border), ("focus", theme.focus),
      ("title", theme.title), ("key", theme.key), ("good", theme.good), ("warning", theme.warning),
      ("selection", theme.selection), ("negative", theme.negative), ("positive", theme.positive),
      ("highlight", theme.highlight),
    ] + (0..<Theme.seriesCount).map { ("series \($0)", theme.series($0).style) }
  }

  @Test func monoHasNoColourAtAnyDepth() {
    for depth in ColorDepth.allCases {
      let theme = Theme(name: .mono, depth: depth, glyphs: .braille)
      for (name, style) in Self.roles(theme) {
        #expect(style.foreground == .standard && style.background == .standard, "\(name)")
      }
      #expect(!theme.hasColorScales)
      #expect(theme.color(of: 1, on: .diverging(limit: 1)) == nil)
    }
  }

  @Test func everyDepthKeepsToItsColours() {
    for theme in Theme.every {
      for (name, style) in Self.roles(theme) {
        #expect(style.converted(to: theme.depth) == style, "\(name) of \(theme.name) at \(theme.depth)")
      }
    }
  }

  @Test func selectionIsReverseEverywhere() {
    for theme in Theme.every { #expect(theme.selection.attributes.contains(.reverse)) }
  }

  /// By WCAG's formula of contrast, against the theme's own ground, or black, for which the dark theme is made.
  @Test(arguments: [Theme.Name.dark, .light, .highContrast], [ColorDepth.sixteen, .palette, .full])
  func textIsReadable(_ name: Theme.Name, _ depth: ColorDepth) {
    let theme = Theme(name: name, depth: depth, glyphs: .braille)
    let background = Self.relativeLuminance(theme.ground.components ?? .init(red: 0, green: 0, blue: 0))
    for (role, style) in Self.roles(theme) {
      guard let parts = style.foreground.components else { continue }
      let light = Self.relativeLuminance(parts)
      let ratio = (max(light, background) + 0.05) / (min(light, background) + 0.05)
      let needed =
        role == "border" ? 1.8 : name == .highContrast && depth > .sixteen && !role.hasPrefix("series") ? 7 : 4.5
      #expect(ratio >= (role.hasPrefix("series") && depth == .sixteen ? 3 : needed), "\(role) of \(name): \(ratio)")
      #expect(role == "border" || !style.attributes.contains(.dim), "\(role)")
    }
  }

  @Test func themesWithAGroundPaintIt() {
    for depth in ColorDepth.allCases {
      for name in [Theme.Name.light, .highContrast] {
        let theme = Theme(name: name, depth: depth, glyphs: .braille)
        var frame = drawn(4, 1) { $0.write("ab", x: 0, y: 0, style: theme.warning) }
        theme.paint(&frame)
        #expect(frame.cells.allSatisfy { ($0.style.background == .standard) == (depth == .none) })
        #expect(frame.cells.allSatisfy { ($0.style.foreground == .standard) == (depth == .none) })
        #expect(frame[0, 0].style.foreground == theme.warning.foreground)
      }
    }
    let dark = Theme(name: .dark, depth: .full, glyphs: .braille)
    var frame = Frame(width: 2, height: 1)
    dark.paint(&frame)
    #expect(frame == Frame(width: 2, height: 1))
  }

  /// The mono theme shows no colours, but does not forget them.
  @Test func colourComesBackAfterMono() {
    for depth in ColorDepth.allCases {
      let theme = Theme(name: .mono, depth: depth, glyphs: .braille).changed(glyphs: .ascii)
      #expect(theme.depth == .none && theme.name == .mono)
      #expect(theme.changed(name: .light) == Theme(name: .light, depth: depth, glyphs: .ascii))
    }
  }

  private static func relativeLuminance(_ parts: Color.Components) -> Double {
    func linear(_ part: Int) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(parts.red) + 0.7152 * linear(parts.green) + 0.0722 * linear(parts.blue)
  }

  @Test func seriesDifferWithoutColour() {
    for glyphs in GlyphSet.allCases {
      let looks = (0..<Theme.seriesCount).map { Theme.plain(glyphs).series($0) }
      #expect(Set(looks.map(\.glyph)).count == Theme.seriesCount)
      #expect(Set(looks.map(\.dash)).count == Theme.seriesCount)
    }
    #expect(Theme.plain().series(7) == Theme.plain().series(1))
    #expect(Theme.plain().series(-1) == Theme.plain().series(5))
  }

  @Test func seriesDifferInColour() {
    for name in [Theme.Name.dark, .light, .highContrast] {
      for depth in [ColorDepth.sixteen, .palette, .full] {
        let theme = Theme(name: name, depth: depth, glyphs: .braille)
        #expect(Set((0..<Theme.seriesCount).map { theme.series($0).style }).count == Theme.seriesCount)
      }
    }
  }

  @Test func theDivergingScaleIsThatOfTheTable() {
    let theme = Theme(name: .dark, depth: .palette, glyphs: .braille)
    let colors = (0..<9).map { theme.color(of: (Double($0) - 4) / 4, on: .diverging(limit: 1)) }
    #expect(colors == [222, 214, 172, 94, 236, 24, 32, 39, 117].map { Color.palette($0) })
    #expect(theme.color(of: 99, on: .diverging(limit: 1)) == .palette(117))
    #expect(theme.color(of: .nan, on: .diverging(limit: 1)) == nil)
  }

  /// Brightness rises along the costs, and falls towards zero from both ends of the signs on a dark background.
  @Test(arguments: [ColorDepth.palette, .full])
  func scalesAreOrderedByBrightness(_ depth: ColorDepth) {
    for name in [Theme.Name.dark, .highContrast] {
      let theme = Theme(name: name, depth: depth, glyphs: .braille)
      func brightness(_ value: Double, _ scale: ValueScale) -> Double {
        theme.color(of: value, on: scale)!.components!.luminance
      }
      let costs = (0...40).map { brightness(Double($0) / 40, .sequential(0...1)) }
      #expect(costs == costs.sorted())
      let positive = (0...40).map { brightness(Double($0) / 40, .diverging(limit: 1)) }
      #expect(positive == positive.sorted())
      let negative = (0...40).map { brightness(-Double($0) / 40, .diverging(limit: 1)) }
      #expect(negative == negative.sorted())
    }
  }

  @Test func scalesAreContinuous() {
    let theme = Theme(name: .dark, depth: .full, glyphs: .braille)
    for scale in [ValueScale.sequential(0...1), .diverging(limit: 1)] {
      let colors = (0...4000).map { theme.color(of: scale.value(at: Double($0) / 4000), on: scale)!.oklab! }
      let steps = zip(colors, colors.dropFirst()).map { $0.distance(to: $1).squareRoot() }
      #expect(steps.max()! < 0.025, "\(scale.kind): \(steps.max()!)")
    }
  }

  @Test func scalesPlaceValues() {
    #expect(ValueScale.diverging(limit: 2).position(of: 0) == 0.5)
    #expect(ValueScale.diverging(limit: -2).position(of: 1) == 0.75)
    #expect(ValueScale.diverging(limit: .nan).position(of: 1) == 1)
    let costs = ValueScale.sequential(0.01...100, logarithmic: true)
    #expect((costs.position(of: 1)! - 0.5).magnitude < 1e-12)
    #expect(costs.position(of: 0) == 0)
    #expect((costs.value(at: 0.25) - 0.1).magnitude < 1e-12)
    #expect(ValueScale.sequential(0...1, logarithmic: true).isLogarithmic == false)
  }

  @Test func densityRisesWithMagnitude() {
    #expect(String(String.UnicodeScalarView((0...4).map { Theme.plain().density(Double($0) / 4.01) })) == " ░▒▓█")
    let ascii = (0...5).map { Theme.plain(.ascii).density(Double($0) / 5.01) }
    #expect(String(String.UnicodeScalarView(ascii)) == " .:*#@")
  }

  @Test func arrowsPointTheirWay() {
    let ways: [(Double, Double)] = [
      (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1), (0, 0), (3, 1), (.nan, 1),
    ]
    func arrows(_ glyphs: GlyphSet) -> String {
      String(String.UnicodeScalarView(ways.map { glyphs.arrow(right: $0.0, up: $0.1) }))
    }
    #expect(arrows(.braille) == "→↗↑↖←↙↓↘·→·")
    #expect(arrows(.ascii) == ">/^\\</v\\.>.")
  }

  @Test func panelsShowTheirFocus() {
    let frame = drawn(24, 6) {
      $0.drawPanel(Region(x: 0, y: 0, width: 24, height: 3), title: "1 network", isFocused: true, theme: .plain())
      $0.drawPanel(Region(x: 0, y: 3, width: 24, height: 3), title: "3 loss", note: "y:log", theme: .plain())
    }
    expectPicture(
      frame,
      """
      ┏━[1 network]━━━━━━━━━━┓
      ┃                      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━┛
      ╭─ 3 loss ───── y:log ─╮
      │                      │
      ╰──────────────────────╯
      """)
    #expect(frame[3, 0].style.attributes.contains(.bold))
    #expect(!frame[3, 3].style.attributes.contains(.bold))
  }

  @Test func spansFollowEachOther() {
    var frame = Frame(width: 8, height: 1)
    let used = frame.write([Span("ab", Style(.ansi(1))), Span("cdef", Style(.ansi(2)))], x: 1, y: 0, maxWidth: 5)
    #expect(used == 5)
    #expect(frame.lines == [" abcde"])
    #expect(frame[2, 0].style == Style(.ansi(1)) && frame[3, 0].style == Style(.ansi(2)))
  }
}
