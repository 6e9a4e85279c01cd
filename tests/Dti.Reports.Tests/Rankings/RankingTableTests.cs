using System.Text;
using System.Text.Json;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;

namespace Dti.Reports.Tests.Rankings;

public sealed class RankingTableTests
{
    [Fact]
    public void The_csv_has_the_editions_rows_in_order_with_names_and_invariant_numbers()
    {
        var edition = SampleEdition.Publish().Edition;
        byte[] bytes = RankingTable.Csv(edition);
        bytes[0].ShouldBe((byte)'g');
        string[] lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        lines[0].ShouldBe("group,rank,unit,name,score");
        lines[1].ShouldBe("so,1,so-5,Sở Nông nghiệp và Môi trường," + edition.Ranking[0].Score!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        lines.Length.ShouldBe(edition.Ranking.Count + 2);
    }

    [Fact]
    public void A_comma_or_a_quote_in_a_name_is_quoted_in_the_csv()
    {
        var edition = SampleEdition.Publish(rename: unit => unit.Code == "so-1" ? unit with { NameVi = "Sở \"A\", B" } : unit).Edition;
        Encoding.UTF8.GetString(RankingTable.Csv(edition)).ShouldContain(",so-1,\"Sở \"\"A\"\", B\",");
    }

    [Fact]
    public void An_unranked_unit_has_an_empty_rank()
    {
        string text = Encoding.UTF8.GetString(RankingTable.Csv(SampleEdition.Publish().Edition));
        text.ShouldContain($"so,,{SampleEdition.NotRanked},");
        text.ShouldContain($"so,,{SampleEdition.WithoutFigures},Thanh tra tỉnh,\r\n");
    }

    [Fact]
    public void Rank_intervals_and_tiers_follow_where_the_edition_has_them()
    {
        var edition = SampleEdition.Publish().WithIntervals().Edition;
        string[] lines = Encoding.UTF8.GetString(RankingTable.Csv(edition)).Split("\r\n");
        lines[0].ShouldBe("group,rank,unit,name,score,rank_low,rank_median,rank_high,tier");
        lines[1].ShouldEndWith(",1,1,2.5,A");
        lines.ShouldContain($"so,,{SampleEdition.WithoutFigures},Thanh tra tỉnh,,,,,");
        using var json = JsonDocument.Parse(RankingTable.Json(edition));
        var first = json.RootElement.GetProperty("rows")[0];
        (first.GetProperty("rankMedian").GetDouble(), first.GetProperty("tier").GetString()).ShouldBe((1, "A"));
    }

    [Fact]
    public void The_json_carries_the_notice_and_every_row()
    {
        var edition = SampleEdition.Publish().Edition;
        using var json = JsonDocument.Parse(RankingTable.Json(edition));
        json.RootElement.GetProperty("edition").GetString().ShouldBe("mau-2025.1");
        json.RootElement.GetProperty("notice").GetString().ShouldBe("Số liệu minh hoạ");
        json.RootElement.GetProperty("rows").GetArrayLength().ShouldBe(34);
    }
}
