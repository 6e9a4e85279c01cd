using Dti.Benchmarks.Scoring;
using Dti.Benchmarks.Storage;

return args switch
{
    ["store", .. var rest] => await StoreBenchmark.RunAsync(rest),
    ["scoring"] => ScoringBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Dti.Benchmarks -- VERB
          store [SECONDS]   durable grain writes a second on both stores, beside the raw stores
          scoring           scores of 3,500 units, beside a bare loop
        """);
    return 2;
}
