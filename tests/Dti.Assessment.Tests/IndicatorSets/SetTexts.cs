namespace Dti.Assessment.Tests.IndicatorSets;

/// <summary>Sets that hold every key of the language, to be changed by one line.</summary>
internal static class SetTexts
{
    public const string Points = """
        set: nghe-an-data
        year: 2025
        title: { vi: "Bộ chỉ số mẫu", en: "Sample set" }
        issued: { number: "12/QĐ-UBND", date: 2025-01-15 }
        groups:
          - { code: so, name: { vi: "Sở, ban, ngành", en: "Departments" } }
          - { code: huyen, name: "UBND cấp huyện" }
        ranking: { ties: average, decimals: 3, round: after }
        unverified: counts
        not_applicable: rescale
        parameters:
          top: { value: 12, from: 2024-01-01, until: 2030-12-31, source: "142/QĐ-TTg", name: { vi: "Điểm cao nhất", en: "Most points" } }
          months:
            - { value: 6, until: 2025-08-18 }
            - { value: 3, from: 2025-08-19, source: "194/2025/NĐ-CP" }
        uncertainty: { weights: 0.2, normalise: [min_max, zscore], aggregate: [arithmetic], inputs: { "1.1.listed": 0.05 }, drop: one }
        maps:
          - set: nghe-an-data
            year: 2024
            codes: { "1.1": "1.1", 1.4: "1.3", 1.1.catalogue: 1.1.listed, "1.9": 1.10 }
            options: { 1.10.level: { poor: low } }
            unmapped: ["1.5", 1.6]
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở", en: "Open data" }
            source: "142/QĐ-TTg"
            note: "Ghi chú"
            children:
              - code: "1.1"
                name: Tỷ lệ
                points: 10
                groups: [so, huyen]
                inputs:
                  - { id: published, type: count, unit: dataset, from: metric:datasets_published }
                  - { id: listed, type: count, unit: dataset, from: self, evidence: required, name: "Danh mục", hint: { vi: "Theo quyết định" } }
                quarters: last
                rule: { ratio: { of: published, to: listed, full_at: 0.75, floor: 0.1, when_empty: exclude } }
                when_missing: exclude
                targets:
                  - { by: 2030-12-31, value: 100, of: { ratio: [published, listed] }, source: "142/QĐ-TTg", name: { vi: "Mở hết" } }
                  - { by: 2027-12-31, value: 80, of: share, source: "Mục tiêu mẫu" }
                source: "142/QĐ-TTg, III.2"
              - code: 1.10
                points: top
                effort: 2.5
                units: { only: [a, b] }
                inputs:
                  - { id: plan, type: yes_no }
                  - { id: level, type: choice, options: [low, { code: high, name: "Cao" }] }
                  - { id: done, type: date, from: survey, evidence: optional }
                  - { id: share, type: percent }
                  - { id: cost, type: number }
                  - { id: rules, type: yes_no }
                rule:
                  sum:
                    - { share: 0.1, rule: { yes_no: { of: plan } } }
                    - { share: 0.1, rule: { choice: { of: level, shares: { low: 0.5, high: 1 } } } }
                    - { share: 0.1, rule: { by_date: { of: done, full_until: 2025-06-30, zero_after: 2025-12-31 } } }
                    - { share: 0.1, rule: { steps: { of: share, at: [[10, 0.5], [50, 1]] } } }
                    - { share: 0.1, rule: { linear: { of: cost, from: months, to: 0 } } }
                    - { share: 0.1, rule: { all: [ { relative: { of: 1.1.published, when_empty: full } }, { checklist: { of: [plan, rules], need: 1 } } ] } }
                    - { share: 0.1, rule: { any: [ { timeliness: { on_time: 1, late: 0.25, none: 0 } }, { yes_no: { of: rules } } ] } }
                    - { share: 0.1, rule: { times: [ { yes_no: { of: plan } }, { yes_no: { of: rules } } ] } }
              - code: "1.3"
                points: 5
                units: { except: [c] }
                rule: { timeliness: { } }
          - code: "2"
            scored: false
            quarters: max
            inputs: [ { id: people, type: count } ]
            targets: [ { by: 2028-06-30, value: 12, direction: 1, source: "Mục tiêu mẫu" } ]
        """;

    public const string Normalised = """
        set: tai
        year: 2001
        title: Technology Achievement Index
        within: group
        aggregate: geometric
        data_threshold: 0.5
        impute: group_mean
        impute_by: region
        maps: [ { set: old-tai, year: 2000, codes: { Goods: Goods, Phones: Pr } } ]
        nodes:
          - code: Conn
            weight: 2
            aggregate: harmonic
            treat: { winsorise: { max: 4, skew: 1.5, kurtosis: 3, combine: true } }
            normalise: { min_max: { lower: 1, upper: 100 } }
            children:
              - { code: Goods, weight: 1, effort: 3, direction: 1, denominator: GDP }
              - { code: Tariff, direction: -1, treat: none, impute: none, normalise: { goalposts: { low: 1, high: 25, lower: 0, upper: 10, truncate: false } }, transform: ln }
              - { code: Rank, normalise: borda }
              - { code: Z, normalise: { zscore: { mean: 10, sd: 2 } } }
              - { code: Target, impute: median, normalise: { distance_to_target: { target: 7, cap: false } } }
              - { code: Peer, impute: mean, normalise: { distance_to_reference: { unit: VN } }, transform: sqrt }
          - { code: Raw, data_threshold: 0, normalise: none, transform: log10 }
          - { code: Pr, normalise: percentile_rank }
          - { code: Max, normalise: { distance_to_max: { } } }
          - { code: R, normalise: rank, impute_by: group }
        """;
}
