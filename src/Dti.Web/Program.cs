return await Dti.Web.Commands.CommandLine.RunAsync(args);
