using Dti.Benchmarks.Explanations;
using Dti.Benchmarks.Scoring;
using Dti.Benchmarks.Storage;
using Dti.Benchmarks.Uncertainty;

return args switch
{
    ["store", .. var rest] => await StoreBenchmark.RunAsync(rest),
    ["table", .. var rest] => TableBenchmark.Run(rest),
    ["scoring"] => ScoringBenchmark.Run(),
    ["rank-change"] => RankChangeBenchmark.Run(),
    ["uncertainty", .. var rest] => UncertaintyBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Dti.Benchmarks -- VERB
          store [SECONDS]   durable grain writes a second on both stores, beside the raw stores
          scoring           scores of 3,500 units, beside a bare loop
          rank-change       why every rank changed between two years, and how the time grows
          table [UNITS]     a table read, scored, ranked and written, with the memory it took; a million units unless told
          uncertainty [quick]   rank intervals, beside a bare loop that multiplies and sorts; growth when units, leaves, draws double
        """);
    return 2;
}
