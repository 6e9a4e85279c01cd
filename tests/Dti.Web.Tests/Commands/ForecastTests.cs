using System.Globalization;
using System.Text;
using Dti.Web.Tests.Processes;

namespace Dti.Web.Tests.Commands;

public sealed class ForecastTests : IDisposable
{
    private const string Header = "unit,code,period,value\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Rising(int units, int years, string header = Header, Func<int, int, string>? last = null)
    {
        var text = new StringBuilder(header);
        for (int unit = 0; unit < units; unit++)
        {
            for (int year = 0; year < years; year++)
                text.Append(CultureInfo.InvariantCulture, $"u{unit},1.1,{2010 + year},{10 * unit + 3 * year + (unit * 7 + year * 5) % 4}{last?.Invoke(unit, year)}\n");
        }
        return text.ToString();
    }

    private Task<CommandRun> ForecastAsync(string table, params string[] options) =>
        CommandRun.Of(["forecast", "--data", _folder.Write("series.csv", table), "--out", _folder.Of("out"), .. options]);

    private string[] Lines(string file) => File.ReadAllLines(_folder.Of("out", file));

    [Fact]
    public async Task Series_give_the_two_files_of_the_contract()
    {
        (await ForecastAsync(Rising(6, 12), "--horizon", "2")).ShouldBeDone();

        Lines("forecast.csv")[0].ShouldBe("unit,code,period,value,low,high,method,reason");
        Lines("forecast.csv").Length.ShouldBe(13);
        Lines("forecast.csv")[1].ShouldStartWith("u0,1.1,2022,");
        Lines("backtest.csv")[0].ShouldBe("method,series,origins,mae,mase,coverage80,chosen");
        Lines("backtest.csv")[1].ShouldStartWith("naive,6,");
        Lines("backtest.csv").ShouldContain(line => line.StartsWith("ssa,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_break_leaves_a_short_series_without_a_number_and_with_its_reason()
    {
        string table = Rising(6, 12, "unit,code,period,value,break\n", (unit, year) => unit == 2 && year == 10 ? ",Đơn vị hợp nhất ngày 01/3/2020" : ",");

        (await ForecastAsync(table)).ShouldBeDone();

        Lines("forecast.csv")[3].ShouldBe("u2,1.1,2022,,,,,\"Đơn vị hợp nhất ngày 01/3/2020 nên chuỗi mới có 2 kỳ, cần ít nhất 4 kỳ.\"");
    }

    [Theory]
    [InlineData("--scale abc")]
    [InlineData("--scale 1,5")]
    [InlineData("--scale 100%")]
    [InlineData("--scale 1e101")]
    [InlineData("--horizon 0")]
    [InlineData("--horizon 1000000000")]
    [InlineData("--horizon 99999999999999999999")]
    [InlineData("--horizon -1")]
    [InlineData("--seed 99999999999999999999")]
    [InlineData("--seed x")]
    [InlineData("--scale 0")]
    [InlineData("--scale NaN")]
    public async Task Options_that_make_no_sense_are_wrong_usage(string options)
    {
        var run = await ForecastAsync(Rising(3, 6), options.Split(' '));

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldNotContain("   at ", Case.Sensitive);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775807")]
    [InlineData("4294967296")]
    public async Task Any_seed_of_64_bits_gives_a_forecast(string seed)
    {
        (await ForecastAsync(Rising(6, 10), "--seed", seed)).ShouldBeDone();

        Lines("forecast.csv").Skip(1).ShouldAllBe(line => line.Split(',')[3].Length > 0);
    }

    [Theory]
    [InlineData(Header + "a,x,2024,1e308\n", "series.csv:2:10", "beyond ±1e100")]
    [InlineData(Header + "a,x,2024,-1e308\n", "series.csv:2:10", "beyond ±1e100")]
    [InlineData("unit,code,period,value,colour\na,x,2024,1,red\n", "series.csv:1:24", "unknown-column 'colour'")]
    [InlineData(Header + "a,x,2024,1\na,x,2024,2\n", "series.csv:3:1", "duplicate")]
    [InlineData(Header, "series.csv:1:1", "empty")]
    public async Task Faults_of_the_table_are_named_with_their_place(string table, string place, string what) =>
        (await ForecastAsync(table)).ShouldBeRefused(place, what);

    [Theory]
    [InlineData("a,x,2024,5e-324\n")]
    [InlineData("a,x,2020,1e100\na,x,2021,-1e100\na,x,2022,1e100\na,x,2023,-1e100\na,x,2024,1e100\na,x,2025,-1e100\n")]
    [InlineData("a,x,2020,1\nb,x,2020,1\na,x,2021,1\nb,x,2021,1\na,x,2022,1\nb,x,2022,1\na,x,2023,1\nb,x,2023,1\na,x,2024,1\nb,x,2024,1\na,x,2025,1\nb,x,2025,1\n")]
    [InlineData("a,x,2020,\na,x,2021,\na,x,2022,\na,x,2023,\na,x,2024,\n")]
    [InlineData("a,x,2020,1e-310\na,x,2021,2e-310\na,x,2022,1e-310\na,x,2023,2e-310\na,x,2024,1e-310\na,x,2025,2e-310\n")]
    public async Task Extreme_one_equal_and_empty_series_give_finite_numbers_or_a_reason(string rows)
    {
        (await ForecastAsync(Header + rows)).ShouldBeDone();

        foreach (string[] cells in Lines("forecast.csv").Skip(1).Select(line => line.Split(',', 8)))
        {
            (cells[3].Length > 0 || cells[7].Length > 0).ShouldBeTrue(string.Join(',', cells));
            cells[3..6].ShouldAllBe(cell => cell.Length == 0 || double.IsFinite(double.Parse(cell, CultureInfo.InvariantCulture)));
        }
    }
}
