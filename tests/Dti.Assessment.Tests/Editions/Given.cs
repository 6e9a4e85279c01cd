using Dti.Assessment.Editions;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;

namespace Dti.Assessment.Tests.Editions;

/// <summary>An edition with something in every member; its scores are made up.</summary>
internal static class Given
{
    internal static readonly DateTimeOffset Published = new(2026, 2, 3, 8, 30, 0, TimeSpan.FromHours(7));

    internal static Edition Edition() => new()
    {
        Id = "nghe-an-data-2025.2",
        Year = 2025,
        Number = 2,
        PublishedAt = Published,
        PublishedBy = "nguyen.van.a",
        Publisher = new("UBND TỈNH NGHỆ AN", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Nghệ An", "GIÁM ĐỐC"),
        SoftwareVersion = "0.1.0",
        Notice = "Số liệu minh hoạ",
        Set = new("nghe-an-data", 2025, "Bộ chỉ số phát triển dữ liệu", "Data development index", "12/QĐ-UBND, 15/01/2025", new string('a', 64), "set: x\n\ttab \"q\" \\\n"),
        Units = [new("so-tttt", "Sở Thông tin và Truyền thông", null, "so", "", true), new("huyen-x", "UBND huyện X", "District X", "huyen", "mien-nui", false, "Hết hiệu lực 30/6/2025")],
        Inputs =
        [
            new()
            {
                Unit = "so-tttt", Key = "1.1.listed", Quarter = "q2", Self = InputValue.Of(120), Verified = InputValue.Of(98.5), Counted = Layer.Verified,
                By = "le.thi.b", At = Published.AddDays(-9), Reason = "Theo Quyết định 808", Evidence = [new(new string('b', 64), "qd-808.pdf", "808/QĐ-UBND, 05/06/2025")],
            },
            new() { Unit = "so-tttt", Key = "1.2", Quarter = "year", Self = InputValue.Of(true), Counted = Layer.None },
            new() { Unit = "huyen-x", Key = "1.3", Quarter = "q4", Measured = InputValue.Of("2025-06-30"), Counted = Layer.Measured },
        ],
        Scores = [new("so-tttt", "INDEX", 0, 0.1 + 0.2, 1000), new("so-tttt", "1.1", 1, 1e-7, null), new("huyen-x", "INDEX", 0, null, null)],
        Ranking = [new("so", "", 1, "so-tttt", 0.3, 1, 2, 1, "A"), new("huyen", "mien-nui", null, "huyen-x", null)],
        Uncertainty = new(2_000, 142),
        Forecast = new()
        {
            Year = 2026, Method = "naive", Reason = "Sai số nhỏ nhất", Seed = 7, DataSha256 = new string('c', 64),
            Backtest = [new("naive", 3, 9, 1.25, 1, 0.8, true)], Units = [new("so-tttt", 700.5, 650, 750, null), new("huyen-x", null, null, null, "Chuỗi quá ngắn")],
        },
        History = [new("so-tttt", "INDEX", 2024, 688.12, "imported:2024.csv")],
        Notes = ["Cấp huyện kết thúc ngày 30/6/2025"],
        Errata = ["1.1: sửa số liệu quý 2"],
        PreviousSha256 = new string('d', 64),
    };
}
