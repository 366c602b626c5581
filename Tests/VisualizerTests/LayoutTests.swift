import Experiments
import Plots
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// What holds for every size of the screen.
struct LayoutTests {
  private static let sizes = [1, 2, 12, 23, 24, 39, 40, 60, 79, 80, 81, 120, 149, 150, 200, 233]
  private static let heights = [1, 2, 11, 12, 23, 24, 25, 39, 40, 60]

  @Test(arguments: sizes, heights)
  func nothingOverlapsOrLeavesTheScreen(width: Int, height: Int) {
    let layout = Layout(width: width, height: height, panels: Panel.allCases, recency: [])
    let screen = Region(x: 0, y: 0, width: width, height: height)
    let regions = layout.slots.map(\.region) + [layout.title, layout.settings, layout.keys].filter { !$0.isEmpty }
    guard Layout.kind(width: width, height: height) != .tooSmall else { return #expect(layout.slots.isEmpty) }
    var covered = 0
    for region in regions {
      #expect(screen.contains(x: region.x, y: region.y) && region.maxX <= width && region.maxY <= height)
      covered += region.width * region.height
    }
    #expect(covered == width * height, "the parts cover \(covered) of \(width * height) cells")
  }

  @Test(arguments: sizes, heights)
  func everyPanelHasASlot(width: Int, height: Int) {
    guard Layout.kind(width: width, height: height) != .tooSmall else { return }
    let layout = Layout(width: width, height: height, panels: Panel.allCases, recency: [])
    for panel in Panel.allCases { #expect(layout.slot(of: panel) != nil) }
  }

  @Test func thePanelLastFocusedIsInFront() {
    let layout = Layout(width: 80, height: 24, panels: Panel.allCases, recency: [.surface, .network, .map])
    #expect(layout.slot(of: .map)?.front == .surface)
  }

  @Test func aZoomedPanelIsAlone() {
    let layout = Layout(width: 120, height: 40, panels: Panel.allCases, recency: [.loss], zoomed: .loss)
    #expect(layout.slots.map(\.front) == [.loss])
    #expect(layout.slots[0].region == Region(x: 0, y: 1, width: 120, height: 37))
  }

  @Test func aSlotWithoutPanelsLeavesNoHole() {
    let layout = Layout(width: 80, height: 24, panels: [.network, .loss], recency: [])
    let covered = layout.slots.reduce(0) { $0 + $1.region.width * $1.region.height }
    #expect(covered == 80 * 21)
  }

  /// In the large layout two panels are shown, the numerals above them, and everything has room at every size.
  @Test(arguments: [(80, 24), (100, 30), (120, 40), (200, 60)])
  func theLargeLayoutHasTwoPanelsAndNumerals(width: Int, height: Int) {
    let layout = Layout(
      width: width, height: height, panels: Panel.allCases, recency: [.map, .loss, .network], isLarge: true)
    #expect(layout.slots.map(\.front) == [.map, .loss])
    #expect(layout.numbers.height == LargeNumbers.height && layout.numbers.y == 1)
    #expect(layout.slots.allSatisfy { $0.region.y == layout.numbers.maxY && $0.region.height >= 15 })
    #expect(layout.middle.maxY == layout.settings.y)
  }

  @Test func largeNumeralsAreTheRunsNumbers() {
    var state = State.spiral()
    state.perform(.session(.train(updates: 70)))
    _ = state.reduce(.toggleLarge)
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    var expected = Frame(width: 40, height: 3)
    BigNumber(String(state.run!.trainer.epoch)).draw(into: &expected, in: expected.region, theme: state.theme)
    let width = BigNumber(String(state.run!.trainer.epoch)).width
    for row in 0..<BigNumber.height {
      for column in 0..<width {
        #expect(frame[2 + column, 2 + row].scalar == expected[column, row].scalar, "\(column), \(row)")
      }
    }
    _ = state.reduce(.toggleLarge)
    #expect(state.layout.numbers.isEmpty)
  }
}
