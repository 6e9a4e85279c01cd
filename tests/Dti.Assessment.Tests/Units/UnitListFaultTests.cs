using System.Text;
using Dti.Assessment.Units;

namespace Dti.Assessment.Tests.Units;

public sealed class UnitListFaultTests
{
    private const string Old = "so-b,Sở B,,so,,,2025-02-28,,,1,,";

    [Theory]
    [InlineData("duplicate-code", "so-a,A,,so,,,,,,1,,", "so-a,A khác,,so,,,,,,1,,")]
    [InlineData("unknown-predecessor", Old, "so-a,A,,so,,2025-03-01,,,so-c:1,1,,")]
    [InlineData("unknown-parent", Old, "so-a,A,,so,tinh-x,,,,,1,,")]
    [InlineData("dates-out-of-order", Old, "so-a,A,,so,,2025-03-01,2025-02-28,,,1,,")]
    [InlineData("dates-out-of-order", Old, "so-a,A,,so,,2025-03-01,,2025-03-01,so-b:1,1,,")]
    [InlineData("dates-out-of-order", Old, "so-a,A,,so,,,2025-02-28,2025-03-01,so-b:1,1,,")]
    [InlineData("dates-out-of-order", "so-b,B,,so,,2025-04-01,,,,1,,", "so-a,A,,so,,2025-03-01,,,so-b:1,1,,")]
    [InlineData("dates-out-of-order", Old, "so-a,A,,so,,,,,so-b:1,1,,")]
    [InlineData("bad-weight", Old, "so-a,A,,so,,2025-03-01,,,so-b:0,1,,")]
    [InlineData("bad-weight", Old, "so-a,A,,so,,2025-03-01,,,so-b:-1,1,,")]
    [InlineData("bad-predecessor", Old, "so-a,A,,so,,2025-03-01,,,so-b,1,,")]
    [InlineData("bad-predecessor", Old, "so-a,A,,so,,2025-03-01,,,so-b:NaN,1,,")]
    [InlineData("bad-predecessor", Old, "so-a,A,,so,,2025-03-01,,,so-b:1e999,1,,")]
    [InlineData("duplicate-predecessor", Old, "so-a,A,,so,,2025-03-01,,,so-b:1;so-b:1,1,,")]
    [InlineData("self-predecessor", Old, "so-a,A,,so,,2025-03-01,,,so-a:1,1,,")]
    [InlineData("missing-value", Old, "so-a,A,,so,,,,2025-03-01,,1,,")]
    [InlineData("missing-value", Old, "so-a,,,so,,,,,,1,,")]
    [InlineData("bad-code", Old, "Sở A,A,,so,,,,,,1,,")]
    [InlineData("bad-date", Old, "so-a,A,,so,,01/03/2025,,,,1,,")]
    [InlineData("bad-date", Old, "so-a,A,,so,,2025-02-30,,,,1,,")]
    [InlineData("bad-ranked", Old, "so-a,A,,so,,,,,,yes,,")]
    [InlineData("cell-count", Old, "so-a,Sở Văn hóa, Thể thao,,so,,,,,,1,,")]
    public void A_fault_is_reported_at_its_row(string code, string first, string second)
    {
        using var folder = ListFolder.With(first, second);
        folder.Faults().ShouldBe([$"a.csv:3 {code}"]);
        folder.Read().Catalogue.ShouldBeNull();
    }

    [Fact]
    public void Every_fault_is_reported_at_once()
    {
        using var folder = ListFolder.With("so-a,,,so,,x,,,,2,,", "so-b,B,,so,,,,,so-c:-1,1,,").Add("b.csv", "code,name_vi");
        folder.Faults().ShouldBe([
            "a.csv:2 missing-value", "a.csv:2 bad-date", "a.csv:2 bad-ranked", "a.csv:3 bad-weight",
            "b.csv:1 missing-column", "b.csv:1 missing-column", "b.csv:1 missing-column", "b.csv:1 missing-column", "b.csv:1 missing-column", "b.csv:1 missing-column"]);
    }

    [Fact]
    public void A_loop_of_predecessors_is_reported_once()
    {
        using var folder = ListFolder.With(
            "so-a,A,,so,,,,2025-03-01,so-b:1,1,,", "so-b,B,,so,,,,2025-03-01,so-c:1,1,,", "so-c,C,,so,,,,2025-03-01,so-a:1,1,,");
        var fault = folder.Read().Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe("predecessor-cycle");
        fault.Message.ShouldContain("so-a - so-b - so-c - so-a");
    }

    [Fact]
    public void A_loop_of_parents_is_reported_once()
    {
        using var folder = ListFolder.With("so-a,A,,so,so-b,,,,,1,,", "so-b,B,,so,so-a,,,,,1,,", "so-c,C,,so,so-a,,,,,1,,");
        folder.Faults().ShouldBe(["a.csv:2 parent-cycle"]);
    }

    [Fact]
    public void The_line_of_a_row_counts_line_breaks_inside_quotes()
    {
        using var folder = ListFolder.With("so-a,A,,so,,,,,,1,,\"dòng một\ndòng hai\"", "so-b,B,,so,,x,,,,1,,");
        folder.Faults().ShouldBe(["a.csv:4 bad-date"]);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_a_fault()
    {
        using var folder = ListFolder.With("so-a,\"A,,so,,,,,,1,,", "so-b,B,,so,,,,,,1,,");
        folder.Faults().ShouldBe(["a.csv:2 open-quote"]);
    }

    [Fact]
    public void A_column_that_is_not_known_is_a_fault()
    {
        using var folder = new ListFolder().Add("a.csv", "code,name_vi,name_en,group,parent,valid_from,valid_until,predecessors,rankd");
        folder.Faults().ShouldBe(["a.csv:1 unknown-column"]);
    }

    [Fact]
    public void A_list_in_another_encoding_is_a_fault_at_its_first_line()
    {
        using var folder = new ListFolder()
            .Add("a.csv", Encoding.Latin1.GetBytes($"{Lists.Header}\nso-a,Hòa,,so,,,,,,1,,\n"))
            .Add("b.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Lists.Header)]);
        folder.Faults().ShouldBe(["a.csv:2 wrong-encoding", "b.csv:1 wrong-encoding"]);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_read()
    {
        using var folder = new ListFolder().Add("a.csv", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"{Lists.Header}\r\nso-a,Sở A,,so,,,,,,1,,\r\n")]);
        folder.Read().Catalogue.ShouldNotBeNull().Find("so-a")!.NameVi.ShouldBe("Sở A");
    }

    [Fact]
    public void Names_are_kept_composed()
    {
        using var folder = ListFolder.With($"so-a,{"Sở Y tế".Normalize(NormalizationForm.FormD)},,so,,,,,,1,,");
        folder.Read().Catalogue.ShouldNotBeNull().Find("so-a")!.NameVi.ShouldBe("Sở Y tế".Normalize(NormalizationForm.FormC));
    }

    [Fact]
    public void Optional_columns_may_be_absent()
    {
        using var folder = new ListFolder().Add("a.csv", "code,name_vi,name_en,group,parent,valid_from,valid_until,predecessors", "so-a,Sở A,,so,,,,");
        folder.Read().Catalogue.ShouldNotBeNull().Find("so-a")!.Ranked.ShouldBeTrue();
    }

    [Fact]
    public void An_empty_list_is_a_fault()
    {
        using var folder = new ListFolder().Add("a.csv", [.. Encoding.UTF8.GetBytes("\r\n")]);
        folder.Faults().ShouldBe(["a.csv:1 empty"]);
    }

    [Fact]
    public void A_cell_of_many_megabytes_is_refused()
    {
        using var folder = ListFolder.With($"so-a,{new string('x', 10_000_000)},,so,,,,,,1,,");
        folder.Faults().ShouldBe(["a.csv:1 too-large"]);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_list_is_a_fault()
    {
        using var folder = ListFolder.With(Old);
        Directory.CreateDirectory(Path.Combine(folder.Path, "b.csv"));
        folder.Faults().ShouldBe(["b.csv:1 not-a-file"]);
    }

    [Fact]
    public void A_folder_must_exist_be_a_folder_and_hold_lists()
    {
        using var folder = new ListFolder();
        folder.Faults().ShouldHaveSingleItem().ShouldEndWith("no-lists");
        UnitCatalogue.Read(Path.Combine(folder.Path, "absent")).Faults.ShouldHaveSingleItem().Code.ShouldBe("not-found");
        folder.Add("a.csv", Lists.Header);
        UnitCatalogue.Read(Path.Combine(folder.Path, "a.csv")).Faults.ShouldHaveSingleItem().Code.ShouldBe("not-a-folder");
    }
}
