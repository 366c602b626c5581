import Plots
import Screen
import Testing

@Suite struct DiagramTests {
  /// A net with values and weights that alternate in sign and grow in strength.
  static func net(_ sizes: [Int]) -> Diagram {
    let columns = sizes.enumerated().map { column, count in
      let letter = column == 0 ? "x" : column == sizes.count - 1 ? "y" : "h"
      let nodes = (0..<count).map { index in
        Diagram.Node(value: Double((index * 5 + column * 3) % 7) / 3.5 - 1, label: "\(letter)\(index + 1)")
      }
      return Diagram.Column(title: column == 0 ? "in" : letter == "y" ? "out" : "tanh", nodes: nodes)
    }
    let gaps = zip(sizes, sizes.dropFirst()).map { from, to in
      Diagram.Connections(
        weights: (0..<from * to).map { Float($0 * 7919 % 13) / 6 - 1 }, fromCount: from, toCount: to, isInputMajor: true
      )
    }
    return Diagram(columns: columns, gaps: gaps)
  }

  func pictured(_ diagram: Diagram, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille) -> Frame {
    drawn(width, height) { diagram.draw(into: &$0, in: $0.region, theme: .plain(glyphs)) }
  }

  @Test func twoFourOne() {
    expectPicture(
      pictured(Self.net([2, 4, 1]), 44, 10),
      """
           in            tanh             out

                     ⣀⢀⡀⣤(-.1)⣄
       x1 (-1.)⣤⢰⡆⣶⠘⠃⠉⣨⠟⠁     ⠈⠘⠃⢦⢀
               ⠈⠘⠇⣭⠘⣣⠾⠱⢆⣤(-.7)⣤⢀⡀⣀⠈⠃⠶⢀⡀
                  ⢀⡼⢋⣤⢶⠋⠁      ⠈⠁⠉⠘⠃⠛⢸⡇⣷⣠(+.7) y1
                ⢀⣴⣯⠞⠫⣀⣈⣣⣦(+.7)⣤⠰⠆⠶⠘⠃⡛⠈⠃⠁
       x2 (+.4)⣴⣿⡿⣶⠛⠛⠉⠩⠁          ⠂
                ⠈⠁⠉⠘⠃⠶⠰⠆⣤(+.1)⠄ ⠁

      """)
    expectPicture(
      pictured(Self.net([2, 4, 1]), 44, 10, .ascii),
      """
           in            tanh             out

                     ../-(-.1)-.
       x1 (-1.)-. ::  //         -.
                \\ -./''.-(-.7)-- .. '-
                  //.-:             :: '-(+.7) y1
                /|-'...--(+.7)-- ''   '
       x2 (+.4)-''::  \\\\          '
                     ''\\-(+.1)-

      """)
    expectPicture(
      pictured(Self.net([2, 4, 1]), 44, 10, .block),
      """
           in            tanh             out

                      ▄ ▄(-.1)▄
       x1 (-1.)▄▄ ▀▀ ▀▄▀       ▀ ▄▄
                ▀ █▀▄▀▄ ▄(-.7)▄▄    ▄▄
                   █▀▄▀▀         ▀▀ ▀▀ █▄(+.7) y1
                 ▄█▀▀ █▄▄(+.7)▄▄ ▀▀ ▀▀▀
       x2 (+.4)▄██▀▀▀▀▄           ▄
                  ▀▀ ▀▄▀▄(+.1)▄

      """)
  }

  @Test func boxesWhereThereIsRoom() {
    var net = Self.net([2, 3, 1])
    net.columns[1].nodes[0].bias = 0.1
    net.selection = .node(.init(column: 1, index: 2))
    expectPicture(
      pictured(net, 60, 16),
      """
             in                  tanh                   out


          ╭───────╮            ╭h1─────╮
       x1 │ -1.00 │⣶⣰⡆⣶⢰⡆⣶⢰⡆⣶⢰⡦│-0.143 │⣦⢀
          ╰───────╯⠈⠺⠇⣦⢀     ⠄ ╰b +0.10╯⠈⠘⠇⣶⢀⡀
                     ⠙⣊⠘⠇⣦⢀⠄                ⠘⠃⣶⢀⡀
                      ⠈⢡⡄⠨⠘⠇⣤  ╭h2─────╮       ⠘⠃⣶⢠⡀ ╭───────╮
                        ⠔⠦  ⠉⢸⣧│-0.714 │⣶⢰⡆⣶⢰⡆⣶⢰⡆⣶⢸⡇⣷│+0.714 │ y1
                      ⠠  ⢈⣳⡴⠞⠋⠁╰───────╯         ⣤⠰⠃⠁╰───────╯
          ╭───────╮ ⠠⢀⣠⡴⠞⠋⠁⠩⣄                 ⣤⠘⠃
       x2 │+0.429 │⣶⣾⣯⣥⣄⣀⣀⡀ ⠐⠦ ┏h3━━━━━┓  ⡀⣤⠘⠃
          ╰───────╯ ⠈⠉⠉⠙⠛⠛⠻⠿⠿⢷⣿┃+0.714 ┃⡴⠘⠁
                               ┗━━━━━━━┛


      """)
  }

  @Test func unitsThatDoNotFitAreCounted() {
    expectPicture(
      pictured(Self.net([784, 128, 10]), 44, 10),
      """
         x1 (-1.)⢤⠠⠄⠤⠠⠄⠤⢠⡤(-.1)⢤⠠⠄⠤⠠⠄⠤⢠⠄(+.7) y1
         x2 (+.4)⢬⢦⡤⡤⠤⡤⠴⣴⡥(-.7)⢬⢦⣀⣀⠠⠂⠉ ⡠(+.1) y2
         x3 (-.1)⠬⢆⣓⡜⠈⡡⣞⢱⡥(+.7)⢬⣖⢓⡞⠩⣑⣲⣾⡥(-.4) y3
         x4 (-.7)⢴⣈⣣⣿⣫⣿⢛⣶⡥(+.1)⢤⠼⢶⢯⣯⣯⠿⠰⠄(-1.) y4
         x5 (+.7)⢴⡚⠋⣷⡾⣷⣋⠼⠄(-.4)⠤⢷⣜⣗⡹⡷⣄⣀⡤(+.4) y5
         x6 (+.1)⠤⠚⣿⢏⡸⣟⣟⣶⠤(-1.)⢔⡉⢙⣾⣯⡛⣻⢿⠦(-.1) y6
         x7 (-.4)⠤⡴⢗⡿⠫⡯⢮⢰⠧(+.4)⠤⡺⠫⢎⢼⢯⠉⢸⠧(-.7) y7
         x8 (-1.)⠼⣤⠯⠤⠤⠤⠮⢷⠦(-.1)⠼⢤⡴⡥⠭⠶⢷⡤⠦(+.7) y8
         x9 (+.4)⠜      ⠈⠣(-.7)⠔⠁ ⠈⠈⠁⠚⢻⠦(+.1) y9
            …+775         …+119        ⠣(-.4) y10
      """)
  }

  @Test func theSelectedUnitIsAlwaysShown() {
    for index in [0, 5, 6, 7, 400, 777, 783] {
      var net = Self.net([784, 128, 10])
      let id = Diagram.NodeID(column: 0, index: index)
      net.selection = .node(id)
      let region = Region(x: 0, y: 0, width: 44, height: 10)
      let layout = net.layout(in: region)
      #expect(layout.box(of: id) != nil, "unit \(index)")
      let shown = layout.nodes.filter { $0.id.column == 0 }.count
      let hidden = layout.omissions.filter { $0.column == 0 }.reduce(0) { $0 + $1.count }
      #expect(shown + hidden == 784)
    }
  }

  @Test func aBoxIsHitByItsCells() throws {
    for sizes in [[2, 4, 1], [64, 32, 10], [1, 1], [3]] {
      for (width, height) in [(44, 10), (92, 34), (20, 6)] {
        let layout = Self.net(sizes).layout(in: Region(x: 7, y: 3, width: width, height: height))
        #expect(!layout.nodes.isEmpty)
        for node in layout.nodes {
          #expect(layout.node(atColumn: node.box.x, row: node.box.y) == node.id)
          #expect(layout.node(atColumn: node.box.maxX - 1, row: node.box.maxY - 1) == node.id)
        }
      }
    }
  }

  @Test func connectionsThatAreLeftOutAreCounted() {
    var net = Self.net([8, 8])
    net.edgeLimit = 10
    #expect(pictured(net, 60, 20).text.contains("10 of 64"))
    net.edgeLimit = 64
    #expect(!pictured(net, 60, 20).text.contains("of 64"))
  }

  /// Many inputs do not keep the pictures of few units small.
  @Test func unitsOfAnImageHaveRoomForTheirPictures() {
    var net = Self.net([64, 3, 3])
    net.columns[0].order = Array(0..<64)
    func boxes() -> [Region] {
      (0..<3).compactMap {
        net.layout(in: Region(x: 0, y: 0, width: 80, height: 20)).box(of: .init(column: 1, index: $0))
      }
    }
    #expect(boxes().map(\.height) == [1, 1, 1], "without pictures they show numbers")
    for unit in 0..<3 {
      let grid = Grid(width: 8, height: 8, values: Array(repeating: 0.5, count: 64))
      net.columns[1].nodes[unit].picture = HeatMap.picture(grid, scale: .diverging(limit: 1))
    }
    let tall = boxes()
    #expect(tall.count == 3 && tall.allSatisfy { $0.height >= 5 })
    #expect(zip(tall, tall.dropFirst()).allSatisfy { $0.maxY <= $1.y })
    let inputs = net.layout(in: Region(x: 0, y: 0, width: 80, height: 20)).nodes.filter { $0.id.column == 0 }.map(\.box)
    #expect(inputs.count >= 2 && zip(inputs, inputs.dropFirst()).allSatisfy { $0.maxY <= $1.y })
  }

  @Test func theStrongestAreKept() {
    let edges = [0.1, -0.2, 0.9, -0.8].enumerated().map { Diagram.Edge(from: $0, to: 0, weight: $1) }
    let nodes = (0..<4).map { Diagram.Node(label: "\($0)") }
    var net = Diagram(columns: [.init(nodes: nodes), .init(nodes: [.init()])], gaps: [.init(edges)])
    net.edgeLimit = 2
    let frame = pictured(net, 30, 8)
    let layout = net.layout(in: frame.region)
    let touched = layout.nodes.filter { $0.id.column == 0 }.map { frame[$0.box.maxX, $0.row].scalar != " " }
    #expect(touched == [false, false, true, true])
  }

  @Test func aStrongConnectionWinsItsCells() {
    let theme = Theme(name: .dark, depth: .palette, glyphs: .braille)
    let edges = [Diagram.Edge(from: 0, to: 1, weight: 0.3), .init(from: 1, to: 0, weight: -1)]
    let nodes = [Diagram.Node(), Diagram.Node()]
    let net = Diagram(columns: [.init(nodes: nodes), .init(nodes: nodes)], gaps: [.init(edges)])
    let frame = drawn(21, 5) { net.draw(into: &$0, in: $0.region, theme: theme) }
    #expect(frame[10, 2].style.foreground == theme.color(of: -1, on: .diverging(limit: 1)))
  }

  @Test func negativeConnectionsHaveGaps() {
    func line(_ weight: Double) -> String {
      let net = Diagram(
        columns: [.init(nodes: [.init()]), .init(nodes: [.init()])],
        gaps: [.init([.init(from: 0, to: 0, weight: weight)])])
      return pictured(net, 16, 1).lines[0]
    }
    expectPicture(
      drawn(16, 1) { $0.write(line(1), x: 0, y: 0) },
      """
      ( )⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶( )
      """)
    expectPicture(
      drawn(16, 1) { $0.write(line(-1), x: 0, y: 0) },
      """
      ( )⣶⢰⡆⣶⢰⡆⣶⢰⡆⣶( )
      """)
  }

  @Test func aPulseMovesFromLeftToRightAndBack() {
    func column(_ position: Double, backward: Bool) -> Int? {
      var net = Self.net([1, 1])
      net.pulses = [.init(gap: 0, position: position, isBackward: backward)]
      let frame = pictured(net, 40, 3)
      return (0..<40).first { frame[$0, 1].scalar == "•" }
    }
    let forward = stride(from: 0, through: 1, by: 0.125).compactMap { column($0, backward: false) }
    #expect(forward.count == 9 && forward == forward.sorted() && Set(forward).count == 9)
    let backward = stride(from: 0, through: 1, by: 0.125).compactMap { column($0, backward: true) }
    #expect(backward == forward.reversed())
  }

  @Test func matricesOfBothOrdersMeanTheSame() {
    let weights: [Float] = [0.1, 0.5, -0.3, 0.9, -0.7, 0.2]
    let transposed: [Float] = [0.1, 0.9, 0.5, -0.7, -0.3, 0.2]
    let columns = [Diagram.Column(nodes: [.init(), .init()]), .init(nodes: [.init(), .init(), .init()])]
    let a = Diagram(columns: columns, gaps: [.init(weights: weights, fromCount: 2, toCount: 3, isInputMajor: true)])
    let b = Diagram(columns: columns, gaps: [.init(weights: transposed, fromCount: 2, toCount: 3, isInputMajor: false)])
    #expect(pictured(a, 30, 9) == pictured(b, 30, 9))
  }

  @Test func tinySizes() {
    for (width, height) in [(0, 0), (1, 1), (1, 9), (9, 1), (3, 2)] {
      let frame = pictured(Self.net([2, 4, 1]), width, height)
      #expect(frame.lines.count == height)
    }
    expectPicture(
      pictured(Self.net([2, 3, 1]), 12, 4, .ascii),
      """
          |-\\
      x1 -|-\\\\
          |+-\\+ y1
      x2 +|
      """)
  }
}
