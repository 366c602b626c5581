import Experiments
import Plots
import Screen
import Testing

@testable import Session
@testable import Visualizer

struct DrawingTests {
  private static let sizes = [
    (1, 1), (39, 11), (40, 12), (60, 20), (79, 24), (80, 24), (120, 40), (200, 60), (10, 100),
  ]

  @Test(arguments: sizes.indices, ColorDepth.allCases)
  func everySizeIsDrawn(size: Int, depth: ColorDepth) {
    let (width, height) = Self.sizes[size]
    for glyphs in GlyphSet.allCases {
      var state = State.spiral(width: width, height: height, depth: depth, glyphs: glyphs)
      state.perform(.session(.train(updates: 20)))
      for panel in state.panels {
        state.perform(.focus(panel))
        let overlays = [
          Overlay.help(Help(scrolled: 3)), .gallery(Gallery()), .palette(CommandPalette(typed: "ra", selected: 1)),
        ]
        for overlay in [nil] + (panel == .network ? overlays : []) {
          state.overlay = overlay
          var frame = Frame(width: width, height: height)
          state.draw(into: &frame)
          #expect(frame.cells.contains { $0.scalar != " " })
          if glyphs == .ascii { #expect(frame.asciiOffenders == "") }
          if depth == .none { #expect(!frame.hasColor) }
        }
      }
    }
  }

  @Test func aSmallScreenSaysWhatItNeeds() {
    let state = State.spiral(width: 30, height: 8)
    var frame = Frame(width: 30, height: 8)
    state.draw(into: &frame)
    #expect(frame.text.contains("40x12") && frame.text.contains("30x8"))
  }

  /// Pictures of the worst mistakes stand below the matrix, or beside it where there is no room below.
  @Test(arguments: [(120, 40), (200, 60)]) func mistakesArePictures(width: Int, height: Int) throws {
    let opened = try Experiment.open(source: "digits")
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: .palette, glyphs: .braille), demos: [])
    state.perform(.opened(opened.experiment, opened.dataset))
    for _ in 0..<60 { state.perform(.session(.train(updates: 1))) }
    state.perform(.session(.toggleRun))
    state.perform(.focus(.map))
    var frame = Frame(width: width, height: height)
    state.draw(into: &frame)
    #expect(frame.text.contains(/worst mistakes/) && frame.text.contains(/[0-9] as [0-9]/))
  }

  @Test func whatAllInputsAreCalledIsLeftOut() {
    #expect(["pixel_0_1", "pixel_0_2", "pixel_0_12"].withoutSharedBeginning == ["1", "2", "12"])
    #expect(["pixel_0_1", "pixel_1_0"].withoutSharedBeginning == ["0_1", "1_0"])
    for names in [["sepal_length", "petal_width"], ["x1", "x2"], ["a_", "a_b"], ["a_b"], []] {
      #expect(names.withoutSharedBeginning == names)
    }
  }
}

extension Frame {
  fileprivate var asciiOffenders: String {
    String(String.UnicodeScalarView(cells.map(\.scalar).filter { !$0.isASCII }))
  }
}

extension Frame {
  fileprivate var hasColor: Bool {
    cells.contains { $0.style.foreground != .standard || $0.style.background != .standard }
  }
}
