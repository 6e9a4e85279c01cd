using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dti.Assessment.Submissions;
using Dti.Web.Commands;
using nietras.SeparatedValues;

namespace Dti.Web.Demo;

/// <summary>Enters the real commune's self-assessed points and a verifier's verdict on each, as the source has them.</summary>
internal sealed class TayNinh(IGrainFactory grains, string round, string unit)
{
    private sealed record Row(string Code, double Self, double Verified);

    public async Task EnterAsync(Progress progress)
    {
        var rows = Read(Inputs.Path("examples", "tay-ninh-xa", "can-giuoc-2025.csv"));
        var grain = grains.GetGrain<ISubmissionGrain>(new SubmissionKey(round, unit, "year").ToString());
        Must(await grain.Save(SubmissionChange.None with { Values = rows.ToImmutableDictionary(r => r.Code, r => (InputValue?)InputValue.Of(r.Self)) }, 0, new("can-giuoc.nhap", Role.Officer, unit)));
        Must(await grain.Submit("tay-ninh", new("can-giuoc.duyet", Role.Leader, unit)));
        var verifier = new Actor("tham-dinh", Role.Verifier);
        var seen = (await grain.Get()).Submission.Version;
        Must(await grain.Judge([.. rows.Select(Judge)], seen, verifier));
        Must(await grain.Accept(seen + 1, verifier));
        progress.Line(string.Create(CultureInfo.InvariantCulture, $"Xã Cần Giuộc (Tây Ninh): {rows.Count} chỉ tiêu, tự đánh giá {rows.Sum(r => r.Self):0.##}, thẩm định {rows.Sum(r => r.Verified):0.##}"));
    }

    private static Judgement Judge(Row row) => row.Self == row.Verified
        ? new(row.Code, Verdict.Accepted, null, null)
        : new(row.Code, Verdict.Corrected, InputValue.Of(row.Verified), "Theo kết quả thẩm định ghi trong nguồn số liệu.");

    private static List<Row> Read(string file)
    {
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true }).FromText(File.ReadAllText(file, Encoding.UTF8));
        var rows = new List<Row>();
        foreach (var row in reader)
            rows.Add(new(row["code"].ToString(), Number(row["self"].ToString()), Number(row["verified"].ToString())));
        return rows;
    }

    private static double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static void Must(SubmissionReply reply) => DemoUnit.Must(reply.Broken);
}
