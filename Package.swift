// swift-tools-version: 6.2

import PackageDescription

/// What every Swift target is compiled with; Swift 6 language mode is the tools version's default.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "seedbed",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // System libraries: a module map and a shim, nothing else.
    .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // The domain, in the order of who may import whom.
    .target(name: "Civil", swiftSettings: settings),
    .target(name: "Cohorts", dependencies: ["Civil"], swiftSettings: settings),
    .target(name: "Courses", dependencies: ["Civil", "Cohorts"], swiftSettings: settings),
    .target(name: "Mentors", dependencies: ["Civil", "Cohorts"], swiftSettings: settings),
    .target(name: "ProjectLibrary", dependencies: ["Civil", "Cohorts"], swiftSettings: settings),
    .target(name: "FollowUp", dependencies: ["Civil", "Cohorts", "Courses"], swiftSettings: settings),
    .target(name: "Scheduling", dependencies: ["Civil"], swiftSettings: settings),
    .target(
      name: "Planning", dependencies: ["Civil", "Cohorts", "Courses", "Mentors", "Scheduling"],
      swiftSettings: settings),
    .target(
      name: "Indicators",
      dependencies: ["Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp"],
      swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Planning", "Indicators",
      ], swiftSettings: settings),

    // Made-up people and registers of which the truth is known, for measurements and tests.
    .target(name: "SeededNumbers", swiftSettings: settings),
    .target(
      name: "MadeUp", dependencies: ["Civil", "Cohorts", "FollowUp", "SeededNumbers"], swiftSettings: settings
    ),

    // The edges: files, calendars, the database.
    .target(name: "ICalendar", dependencies: ["Civil", "CLibical"], swiftSettings: settings),
    .target(
      name: "Interchange",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Scheduling", "Planning",
        "Indicators", "Reports", "CExpat", "CXLSXWriter", "CZip",
      ],
      swiftSettings: settings),
    .target(
      name: "Store",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Scheduling", "Planning",
        "Indicators", "CSodium", grdb,
      ],
      swiftSettings: settings),
    .target(
      name: "Centre",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Scheduling", "Planning",
        "Indicators", "Reports", "ICalendar", "Interchange", "Store", logging,
      ],
      resources: [.embedInCode("Regulations")], swiftSettings: settings),
    .executableTarget(
      name: "seedbed",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Scheduling", "Planning",
        "Indicators", "Reports", "MadeUp", "Interchange", "Centre", argumentParser, logging,
      ],
      swiftSettings: settings),

    .testTarget(name: "CivilTests", dependencies: ["Civil"], swiftSettings: settings),
    .testTarget(
      name: "ProjectLibraryTests", dependencies: ["Civil", "Cohorts", "ProjectLibrary"],
      swiftSettings: settings),
    .testTarget(
      name: "FollowUpTests",
      dependencies: ["Civil", "Cohorts", "Courses", "FollowUp", "MadeUp", "SeededNumbers"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Planning", "Indicators",
        "Reports",
      ],
      swiftSettings: settings),
    .testTarget(name: "SchedulingTests", dependencies: ["Civil", "Scheduling"], swiftSettings: settings),
    .testTarget(
      name: "PlanningTests",
      dependencies: ["Civil", "Cohorts", "Courses", "Mentors", "Scheduling", "Planning"],
      swiftSettings: settings),
    .testTarget(
      name: "CohortsTests", dependencies: ["Civil", "Cohorts", "SeededNumbers"], swiftSettings: settings),
    .testTarget(
      name: "MentorsTests", dependencies: ["Civil", "Cohorts", "Mentors", "SeededNumbers"],
      swiftSettings: settings),
    .testTarget(
      name: "CoursesTests", dependencies: ["Civil", "Cohorts", "Courses"], swiftSettings: settings),
    .testTarget(
      name: "IndicatorsTests",
      dependencies: ["Civil", "Cohorts", "Courses", "ProjectLibrary", "FollowUp", "Indicators"],
      swiftSettings: settings),
    .testTarget(name: "ICalendarTests", dependencies: ["Civil", "ICalendar"], swiftSettings: settings),
    .testTarget(
      name: "InterchangeTests",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Scheduling", "Planning",
        "Indicators", "Reports", "Interchange",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Scheduling", "Planning",
        "Indicators", "SeededNumbers", "Store", grdb,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CentreTests",
      dependencies: [
        "Civil", "Cohorts", "Courses", "Mentors", "ProjectLibrary", "FollowUp", "Scheduling", "Planning",
        "Indicators", "Reports", "ICalendar", "Interchange", "Store", "Centre", "SeededNumbers", grdb,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Civil", "Cohorts", "Courses", "ProjectLibrary", "FollowUp", "Planning", "Scheduling", "Indicators",
        "Reports", "Interchange", "Centre", "seedbed",
      ],
      swiftSettings: settings),
  ]
)
