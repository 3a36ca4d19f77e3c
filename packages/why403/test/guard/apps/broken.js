throw new Error('the database is away\nand more');
